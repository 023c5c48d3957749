import { changeJob, download, hasEnded } from '../api/client';
import type { Answer, JobDetail } from '../api/types';
import { bound, duration, interval, percent, short } from '../model/format';
import { gainText, phaseNames, type JobModel } from '../model/search';
import { h } from '../ui/dom';
import { meter, statusPill, tile, verdictPill } from './pieces';

/** Name, verdict, figures and what can be done with the job. */
export const header = (id: string, model: JobModel, fail: (error: Error) => void): HTMLElement => {
  const { detail } = model;
  const { job } = detail;
  return h('section', { class: 'card hero' },
    h('div', { class: 'heading' },
      h('div', {},
        h('h1', {}, job.name, statusPill(job.status), job.verdict ? verdictPill(job.verdict) : undefined),
        h('p', { class: 'muted' }, `${detail.objective}${detail.subjectTo.length > 0 ? `, subject to ${detail.subjectTo.join(' and ')}` : ''} · ${detail.driver} cluster · space ${detail.space} · ${detail.profiles.join(', ')} · seed ${detail.seed}`)),
      actions(id, detail, fail)),
    verdictLine(detail),
    steps(detail),
    h('dl', { class: 'tiles' },
      tile('Trials', `${job.trialsDone} of ${job.trialsPlanned}`, meter(job.trialsDone, job.trialsPlanned, 'Trials done')),
      tile('Baseline', short(job.baselineObjective), detail.noise === undefined ? undefined : `its trials scatter by ${(detail.noise * 100).toFixed(1)} %`),
      answerTile(detail),
      tile('Time', duration(detail.elapsedSeconds), hasEnded(job) ? 'of measuring' : `about ${duration(detail.secondsLeft)} left`),
      tile('Temperature', short(detail.temperature), detail.acceptance === undefined ? undefined : `${Math.round(detail.acceptance * 100)} % taken`),
      tile('Not measured', String(detail.infeasible + detail.invalid), `${detail.infeasible} infeasible, ${detail.invalid} invalid`),
      tile('Restarts', String(detail.restarts), 'of brokers')));
};

const measuredBy = ({ fromGate }: Answer): string => fromGate ? 'as the gate saw it' : 'measured again';

const answerTile = ({ job, answer }: JobDetail): HTMLElement =>
  tile(job.verdict === 'improved' || job.verdict === 'baseline' ? 'Answer' : job.verdict ? 'Best measured' : 'Best so far', short(job.bestObjective),
    job.verdict === 'improved' ? `${percent(job.gain)}, ${measuredBy(answer!)}` : gainText(job));

const verdictLine = (detail: JobDetail): HTMLElement => {
  const { job, answer } = detail;
  const notes = (answer?.notes.length ? answer.notes : detail.notes) ?? [];
  const text = (): (Node | string)[] => {
    switch (job.verdict) {
      case 'improved':
        return [h('strong', { class: 'good' }, percent(answer!.objective.gain)), ` over the configuration that runs today (95 %: ${interval(answer!.objective.low, answer!.objective.high)}), ${measuredBy(answer!)} and no profile worse by more than ${bound(detail.maxRegression)}.`];
      case 'baseline':
        return [h('strong', {}, 'Keep what runs today.'), ' Nothing was shown to be better without making a profile worse.'];
      case 'unverified':
        return job.bestIsBaseline ? [h('strong', {}, 'The baseline'), ' is the best that was measured. No fresh measurements verified it.'] : [h('strong', { class: 'warn' }, percent(answer!.objective.gain)), ' is the best that was measured. No fresh measurements verified it, so part of it may be luck.'];
      default:
        return job.status === 'failed' ? [h('strong', { class: 'bad' }, 'The job failed.'), ` ${job.reason ?? ''}`]
          : job.status === 'cancelled' ? [h('strong', {}, 'Cancelled.'), ` ${job.reason ?? ''}`]
          : job.bestIsBaseline ? [h('strong', {}, 'The baseline so far.'), ' Nothing that was measured is better.']
          : job.gain === undefined ? ['Measuring…']
          : [h('strong', {}, percent(job.gain)), ' so far, not verified yet.'];
    }
  };
  return h('div', { class: 'verdict', 'aria-live': 'polite' }, h('p', {}, ...text()), ...notes.map((note) => h('p', { class: 'muted' }, note)));
};

const steps = (detail: JobDetail): HTMLElement => {
  const names = phaseNames(detail.verified);
  const { status, phase } = detail.job;
  const current = status === 'done' ? names.length : names.indexOf(phase);
  const there = status === 'cancelled' || status === 'failed' ? 'broken' : 'now';
  return h('ol', { class: 'steps', 'aria-label': 'Phases' },
    ...names.map((name, at) => h('li', { class: at < current ? 'past' : at === current ? there : '', 'aria-current': at === current ? 'step' : undefined },
      at === current && there === 'broken' ? `${name}: ${status}` : name)));
};

const actions = (id: string, detail: JobDetail, fail: (error: Error) => void): HTMLElement => {
  const { job } = detail;
  const run = (action: () => Promise<unknown>) => () => void action().catch(fail);
  const path = `/jobs/${encodeURIComponent(id)}`;
  const file = (label: string, query: string, name: string) => h('button', { type: 'button', class: 'ghost', onclick: run(() => download(`${path}/${query}`, `${id}-${name}`)) }, label);
  const isVerified = job.verdict === 'improved' || job.verdict === 'baseline';
  // Who presses a button that says so has asked for it.
  const best = (format: string) => isVerified
    ? file(`best.${format}`, `best?format=${format}`, `best.${format}`)
    : file(`best.${format}, unverified`, `best?format=${format}&unverified=true`, `unverified-best.${format}`);
  const change = (verb: 'pause' | 'resume' | 'cancel', label: string) => h('button', { type: 'button', class: verb === 'cancel' ? 'danger' : '', onclick: run(() => changeJob(id, verb)) }, label);
  return h('div', { class: 'actions' },
    ...(hasEnded(job) ? [] : [job.status === 'paused' ? change('resume', 'Resume') : change('pause', 'Pause'), change('cancel', 'Cancel')]),
    detail.best ? best('properties') : undefined,
    detail.best ? best('json') : undefined,
    file('Report', 'report', 'report.md'),
    hasEnded(job) && detail.best ? file('Relevance', 'relevance', 'relevance.yaml') : undefined,
    file('Trials CSV', 'trials?format=csv', 'trials.csv'));
};
