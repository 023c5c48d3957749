import type { Answer, JobDetail, JobSummary, Parameter, ProgressPoint, TrialRow } from '../../src/api/types';

/** Documents as the daemon writes them, of a small job; tests name what matters to them. */
export const summary = (over: Partial<JobSummary> = {}): JobSummary => ({
  id: 'nightly-1', name: 'nightly', submittedAt: '2026-11-22T10:00:00Z', status: 'running', phase: 'search',
  trialsDone: 2, trialsPlanned: 40, bestObjective: 120, baselineObjective: 100, bestIsBaseline: false, gain: 0.2, ...over,
});

export const detail = (over: Partial<JobDetail> = {}, job: Partial<JobSummary> = {}): JobDetail => ({
  job: summary(job), version: 7, seed: 42, driver: 'simulated', space: 'client', profiles: ['payments', 'telemetry'],
  objective: 'maximize throughput', maximize: true, subjectTo: ['publish_latency_p99 <= 0.02'], maxRegression: 0.02, verified: true,
  trialsInFlight: 1, infeasible: 0, invalid: 0, restarts: 1, temperature: 3.5, acceptance: 0.4, elapsedSeconds: 65, secondsLeft: 300, noise: 0.01,
  baseline: { 'linger.ms': 5, 'compression.type': 'none' }, best: { 'linger.ms': 20, 'compression.type': 'lz4' },
  telemetry: [{ name: 'broker_processors', baseline: 1.2, best: 0.9 }], notes: ['One measurement varies by 1 %.'], ...over,
});

export const answer = (over: Partial<Answer> = {}): Answer => ({
  verdict: 'improved', objective: { gain: 0.25, low: 0.2, high: 0.3 }, configuration: { 'linger.ms': 20, 'compression.type': 'lz4' },
  changes: [
    { parameter: 'linger.ms', baseline: 5, tuned: 20, effect: 0.05, low: 0.02, high: 0.08 },
    { parameter: 'compression.type', baseline: 'none', tuned: 'lz4', effect: 0.18, low: 0.15, high: 0.21 },
  ],
  profiles: { payments: { throughput: { gain: 0.2, low: 0.1, high: 0.3 } } }, notes: ['Passed the gate after 4 pairs.'], ...over,
});

export const ended = (over: Partial<Answer> = {}): JobDetail => {
  const given = answer(over);
  return detail({ answer: given, trialsInFlight: 0, secondsLeft: undefined, version: 90 },
    { status: 'done', phase: 'done', trialsDone: 40, verdict: given.verdict, gain: given.objective.gain, bestObjective: 100 * (1 + given.objective.gain) });
};

export const space: Parameter[] = [
  { name: 'linger.ms', scope: 'producer', domain: 'real', default: 5, low: 0, high: 100, log: false, frozen: false, updateMode: 'client', unit: 'ms', description: 'How long a batch waits.' },
  { name: 'compression.type', scope: 'producer', domain: 'categorical', default: 'none', values: ['none', 'lz4'], log: false, frozen: false, updateMode: 'client' },
];

export const trial = (number: number, over: Partial<TrialRow> = {}): TrialRow => ({
  trial: number, purpose: number < 5 ? 'calibration' : 'search', configuration: { 'linger.ms': number * 2, 'compression.type': number % 2 ? 'none' : 'lz4' },
  outcome: 'measured', walker: 0, move: 'chains', temperature: 4, attempt: 1, objective: 100 + (number % 2 ? 0 : 20) + (number % 3), withinLimits: true,
  metrics: { throughput: 100 + number, publish_latency_p99: 0.004 }, telemetry: {}, profiles: {}, episodes: 1, restarts: 0, seconds: 5, version: number, atSeconds: number * 5, ...over,
});

export const progress = (number: number): ProgressPoint => ({
  trial: number, phase: 'search', atSeconds: number * 5, version: number, bestObjective: 120, baselineObjective: 100, temperature: 4 - number / 20, acceptance: 0.5,
});
