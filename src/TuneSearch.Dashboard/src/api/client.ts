import { EventParser } from './sse';
import type { JobDetail, JobSummary, Parameter, Problem, ProgressPoint, TrialRow } from './types';

const tokenKey = 'tunesearch-token';
const firstRetryMs = 500;
const longestRetryMs = 10_000;

/** What the daemon answered instead of a document. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly problems: Problem[] = [],
  ) {
    super(message);
  }
}

export const hasToken = (): boolean => sessionStorage.getItem(tokenKey) !== null;
export const setToken = (token: string): void => sessionStorage.setItem(tokenKey, token);

const headers = (): Record<string, string> => {
  const token = sessionStorage.getItem(tokenKey);
  return token ? { Authorization: `Bearer ${token}` } : {};
};

const request = async (path: string, init: RequestInit = {}): Promise<Response> => {
  const response = await fetch(`/api/v1${path}`, { ...init, headers: { ...headers(), ...(init.headers as Record<string, string>) } });
  if (response.ok) {
    return response;
  }
  const body = await response.json().catch(() => ({}));
  throw new ApiError(response.status, body.detail ?? `The daemon answered ${response.status}.`, body.problems ?? []);
};

const get = async <T>(path: string): Promise<T> => (await request(path)).json() as Promise<T>;

export const listJobs = (): Promise<JobSummary[]> => get('/jobs');
export const showSpace = (id: string): Promise<Parameter[]> => get(`/jobs/${encodeURIComponent(id)}/space`);
export const changeJob = async (id: string, verb: 'pause' | 'resume' | 'cancel'): Promise<JobDetail> =>
  (await request(`/jobs/${encodeURIComponent(id)}/${verb}`, { method: 'POST' })).json();

/** A file behind the token, handed to the browser as a download. */
export const download = async (path: string, fileName: string): Promise<void> => {
  const url = URL.createObjectURL(await (await request(path)).blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
};

export interface WatchHandlers {
  trial(row: TrialRow): void;
  progress(point: ProgressPoint): void;
  job(detail: JobDetail): void;
  state(state: 'live' | 'ended' | 'lost'): void;
  failed(error: ApiError): void;
}

/** Follows a job until it has ended; comes back after a lost connection from the version that it knows. */
export const watchJob = (id: string, handlers: WatchHandlers): (() => void) => {
  const stop = new AbortController();
  void follow(id, handlers, stop.signal);
  return () => stop.abort();
};

const follow = async (id: string, handlers: WatchHandlers, signal: AbortSignal): Promise<void> => {
  let known = '0';
  let retry = firstRetryMs;
  let ended = false;
  while (!signal.aborted && !ended) {
    try {
      const response = await request(`/jobs/${encodeURIComponent(id)}/events`, { signal, headers: { 'Last-Event-ID': known, Accept: 'text/event-stream' } });
      handlers.state('live');
      retry = firstRetryMs;
      const parser = new EventParser();
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
        for (const event of parser.push(chunk.value)) {
          known = event.id || known;
          ended = dispatch(event.event, event.data, handlers) || ended;
        }
      }
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      if (error instanceof ApiError && error.status < 500) {
        handlers.failed(error);
        return;
      }
    }
    if (signal.aborted) {
      return;
    }
    if (!ended) {
      handlers.state('lost');
      await new Promise((resolve) => setTimeout(resolve, retry));
      retry = Math.min(retry * 2, longestRetryMs);
    }
  }
  if (ended) {
    handlers.state('ended');
  }
};

const dispatch = (event: string, data: string, handlers: WatchHandlers): boolean => {
  const value: unknown = JSON.parse(data);
  if (event === 'trial') {
    handlers.trial(value as TrialRow);
  } else if (event === 'progress') {
    handlers.progress(value as ProgressPoint);
  } else if (event === 'job') {
    handlers.job(value as JobDetail);
    return hasEnded((value as JobDetail).job);
  }
  return false;
};

export const hasEnded = (job: JobSummary): boolean => job.status === 'done' || job.status === 'cancelled' || job.status === 'failed';
