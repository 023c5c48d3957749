/** The API's documents, as src/TuneSearch.Daemon/Api/Contracts writes them. Times are seconds. */

export type JobStatus = 'queued' | 'running' | 'paused' | 'done' | 'cancelled' | 'failed';
export type Verdict = 'improved' | 'baseline' | 'unverified';
export type Purpose = 'calibration' | 'search' | 'finalist' | 'elimination' | 'gate' | 'estimate';
export type Outcome = 'running' | 'measured' | 'infeasible' | 'invalid' | 'faulted' | 'stopped';
export type UpdateMode = 'client' | 'topic' | 'clusterWide' | 'perBroker' | 'sysctl' | 'restart' | 'hook';
export type Value = number | string | boolean;
export type Configuration = Record<string, Value>;

export interface JobSummary {
  id: string;
  name: string;
  submittedAt: string;
  status: JobStatus;
  phase: string;
  trialsDone: number;
  trialsPlanned: number;
  bestObjective?: number;
  baselineObjective?: number;
  bestIsBaseline: boolean;
  verdict?: Verdict;
  gain?: number;
  reason?: string;
}

export interface Gain {
  gain: number;
  low?: number;
  high?: number;
}

export interface Change {
  parameter: string;
  baseline?: Value;
  tuned: Value;
  effect?: number;
  low?: number;
  high?: number;
}

export interface Answer {
  verdict: Verdict;
  objective: Gain;
  /** The gain is of the gate's own pairs, which chose the answer. */
  fromGate?: boolean;
  configuration: Configuration;
  changes: Change[];
  profiles: Record<string, Record<string, Gain>>;
  notes: string[];
}

/** What was seen of brokers and clients: base units, means over the trials of each configuration. */
export interface Seen {
  name: string;
  baseline?: number;
  best?: number;
}

export interface JobDetail {
  job: JobSummary;
  version: number;
  seed: number;
  driver: string;
  space: string;
  profiles: string[];
  objective: string;
  maximize: boolean;
  subjectTo: string[];
  maxRegression: number;
  verified: boolean;
  trialsInFlight: number;
  infeasible: number;
  invalid: number;
  restarts: number;
  temperature: number;
  acceptance?: number;
  elapsedSeconds: number;
  secondsLeft?: number;
  noise?: number;
  baseline: Configuration;
  best?: Configuration;
  telemetry: Seen[];
  notes: string[];
  answer?: Answer;
}

export interface TrialRow {
  trial: number;
  purpose: Purpose;
  configuration: Configuration;
  outcome: Outcome;
  walker: number;
  move: string;
  temperature: number;
  attempt: number;
  reason?: string;
  objective?: number;
  withinLimits: boolean;
  metrics: Record<string, number>;
  telemetry: Record<string, number>;
  profiles: Record<string, Record<string, number>>;
  episodes: number;
  restarts: number;
  seconds: number;
  version: number;
  atSeconds: number;
}

export interface ProgressPoint {
  trial: number;
  phase: string;
  atSeconds: number;
  version: number;
  bestObjective?: number;
  baselineObjective?: number;
  temperature: number;
  acceptance?: number;
}

export interface Parameter {
  name: string;
  scope: string;
  domain: string;
  default: Value;
  values?: Value[];
  low?: number;
  high?: number;
  log: boolean;
  frozen: boolean;
  updateMode: UpdateMode;
  unit?: string;
  description?: string;
}

export interface Problem {
  where: string;
  message: string;
  remedy: string;
}
