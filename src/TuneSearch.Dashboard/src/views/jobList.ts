import { ApiError, hasEnded, listJobs } from '../api/client';
import type { JobSummary } from '../api/types';
import { short } from '../model/format';
import { gainText } from '../model/search';
import { fill, h } from '../ui/dom';
import { cell, failure, meter, statusPill, verdictPill } from './pieces';
import type { Frame, View } from './view';

const refreshMs = 2000;

/** All jobs, newest first. */
export const jobList = (frame: Frame): View => {
  const element = h('div', { class: 'page' });
  let timer = 0;
  let left = false;
  const load = async (): Promise<void> => {
    try {
      const jobs = await listJobs();
      if (!left) {
        fill(element, ...render(jobs));
        frame.link('idle');
      }
    } catch (error) {
      if (left) {
        return;
      }
      const answers = error instanceof ApiError && error.status < 500;
      frame.link(answers ? 'idle' : 'lost');
      if (element.childElementCount === 0 || !(error instanceof TypeError)) {
        fill(element, failure(error as Error));
      }
      if (answers && error.status === 401) {
        return; // another try would take away what is typed into the form
      }
    }
    if (!left) {
      timer = window.setTimeout(load, refreshMs);
    }
  };
  frame.crumb(undefined);
  void load();
  return {
    element,
    leave: () => {
      left = true;
      clearTimeout(timer);
    },
  };
};

const render = (jobs: JobSummary[]): Node[] => {
  if (jobs.length === 0) {
    return [h('section', { class: 'card empty' }, h('h1', {}, 'No jobs yet'), h('p', {}, 'Submit one, and it shows here while it runs:'), h('pre', {}, './tunesearch submit search-spaces/jobs/quickstart.yaml --watch'))];
  }
  const running = jobs.filter((job) => !hasEnded(job)).length;
  const improved = jobs.filter((job) => job.verdict === 'improved').length;
  return [
    h('div', { class: 'heading' }, h('h1', {}, 'Search jobs'), h('p', { class: 'muted' }, `${jobs.length} in all, ${running} under way, ${improved} found an improvement`)),
    h('div', { class: 'card flush' }, h('table', { class: 'jobs folds' },
      h('thead', {}, h('tr', {}, ...['Job', 'Status', 'Progress', 'Baseline', 'Best', 'Gain', 'Submitted'].map((name, at) => h('th', { scope: 'col', class: at >= 3 && at <= 5 ? 'number' : undefined }, name)))),
      h('tbody', {}, ...jobs.map(row)))),
  ];
};

const row = (job: JobSummary): HTMLElement =>
  h('tr', {},
    h('th', { scope: 'row' }, h('a', { href: `#/jobs/${encodeURIComponent(job.id)}` }, job.id), job.reason ? h('small', { class: 'muted clip', title: job.reason }, job.reason) : undefined),
    cell('Status', '', statusPill(job.status), job.verdict ? verdictPill(job.verdict) : h('small', { class: 'muted' }, ` ${job.phase}`)),
    cell('Progress', 'wide', meter(job.trialsDone, job.trialsPlanned, `Trials of ${job.id}`), h('small', { class: 'muted' }, `${job.trialsDone} of ${job.trialsPlanned} trials`)),
    cell('Baseline', 'number', short(job.baselineObjective)),
    cell('Best', 'number', short(job.bestObjective)),
    cell('Gain', `number gain ${job.verdict === 'improved' ? 'good' : ''}`, gainText(job)),
    cell('Submitted', '', h('time', { datetime: job.submittedAt }, new Date(job.submittedAt).toLocaleString())));
