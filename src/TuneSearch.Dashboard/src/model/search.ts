import type { JobDetail, JobSummary, Parameter, ProgressPoint, TrialRow, Value } from '../api/types';
import { percent } from './format';

/** Everything that is known of a job, and what charts need of it; pure. */
export interface JobModel {
  detail: JobDetail;
  trials: TrialRow[];
  progress: ProgressPoint[];
  space: Parameter[];
}

export const measured = (trials: TrialRow[]): TrialRow[] => trials.filter((row) => row.objective !== undefined);

export const failed = (trials: TrialRow[]): TrialRow[] => trials.filter((row) => row.objective === undefined && row.outcome !== 'running');

/** Puts a row where its number is; rows come in the order of their start. */
export const upsert = (rows: TrialRow[], row: TrialRow): TrialRow[] => {
  const at = rows.findIndex((known) => known.trial === row.trial);
  return at < 0 ? [...rows, row] : rows.map((known, index) => (index === at ? row : known));
};

/** Where each phase begins and ends on the axis of trials, in order. */
export const phases = (trials: TrialRow[]): { name: string; from: number; to: number }[] => {
  const spans: { name: string; from: number; to: number }[] = [];
  for (const row of trials) {
    const last = spans.at(-1);
    if (last?.name === row.purpose) {
      last.to = row.trial;
    } else {
      spans.push({ name: row.purpose, from: row.trial, to: row.trial });
    }
  }
  return spans;
};

/** Where a value lies on 0 to 1 of its parameter's range; lists take equal steps. */
export const unitOf = (parameter: Parameter, value: Value): number => {
  if (parameter.values) {
    const at = parameter.values.findIndex((candidate) => candidate === value);
    return parameter.values.length < 2 ? 0.5 : Math.max(0, at) / (parameter.values.length - 1);
  }
  const { low, high } = parameter;
  if (low === undefined || high === undefined || typeof value !== 'number' || high <= low) {
    return 0.5;
  }
  const place = parameter.log && low > 0 ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return Math.min(1, Math.max(0, place));
};

const cells = 6;

/** Fewer points than this say nothing about a parameter that was seldom active. */
const leastPoints = 12;

/**
 * How much of the objective's variance the parameter alone explains, 0 to 1: the correlation ratio over at most six cells,
 * less what as many random cells would explain. A first look, not a test.
 */
export const importance = (parameter: Parameter, trials: TrialRow[]): number => {
  const points = trials.filter((row) => row.objective !== undefined && row.configuration[parameter.name] !== undefined);
  const groups = new Map<string, number[]>();
  for (const row of points) {
    const value = row.configuration[parameter.name]!;
    const cell = parameter.values ? String(value) : String(Math.min(cells - 1, Math.floor(unitOf(parameter, value) * cells)));
    groups.set(cell, [...(groups.get(cell) ?? []), row.objective!]);
  }
  const all = points.map((row) => row.objective!);
  if (groups.size < 2 || all.length < Math.max(leastPoints, trials.length / 4)) {
    return 0;
  }
  const mean = average(all);
  const total = all.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const between = [...groups.values()].reduce((sum, group) => sum + group.length * (average(group) - mean) ** 2, 0);
  const ratio = total === 0 ? 0 : between / total;
  const byChance = (groups.size - 1) / (all.length - 1);
  return Math.max(0, (ratio - byChance) / (1 - byChance));
};

const average = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The searched parameters that were active, the most telling first. */
export const ranked = (model: JobModel, limit: number): { parameter: Parameter; share: number }[] => {
  const search = model.trials.filter((row) => row.purpose === 'search' || row.purpose === 'calibration');
  return model.space
    .filter((parameter) => !parameter.frozen)
    .map((parameter) => ({ parameter, share: importance(parameter, search) }))
    .sort((a, b) => b.share - a.share)
    .slice(0, limit);
};

/** The settings of the best configuration that differ from what runs today. */
export const changesSoFar = (detail: JobDetail): { parameter: string; baseline?: Value; tuned: Value }[] =>
  Object.entries(detail.best ?? {})
    .filter(([name, value]) => detail.baseline[name] !== value)
    .map(([parameter, tuned]) => ({ parameter, baseline: detail.baseline[parameter], tuned }));

/** What was gained so far, in words where the best is what runs today: a gain of it over itself says nothing. */
export const gainText = (job: JobSummary): string =>
  job.verdict === 'baseline' ? 'the baseline' : job.bestIsBaseline ? 'the baseline so far' : percent(job.gain);

/** The phases a job goes through, in order; those of a job that is not verified are fewer. */
export const phaseNames = (verified: boolean): string[] =>
  verified ? ['calibration', 'search', 'finalists', 'elimination', 'gate', 'estimate', 'done'] : ['search', 'done'];
