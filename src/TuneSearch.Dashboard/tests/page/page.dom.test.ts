// @vitest-environment jsdom
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { detail, ended, progress, space, summary, trial } from './documents';
import { ScriptedDaemon } from './scriptedDaemon';

const frame = '<nav id="crumbs"></nav><span id="link-state"></span><button id="theme"></button><main id="content"></main>';
const nodeFetch = globalThis.fetch;
let daemon: ScriptedDaemon;

/** What jsdom lacks of a browser: sizes, media queries, addresses without a host. */
const beABrowser = (): void => {
  vi.stubGlobal('ResizeObserver', class { observe(): void {} disconnect(): void {} });
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => nodeFetch(daemon.address + path, { ...init, signal: undefined }));
  HTMLCanvasElement.prototype.getContext = () => null;
};

/** The page is loaded once, as in a browser; a link's address leads from view to view. */
const open = (hash: string): void => {
  location.hash = hash;
};

/** Generous: a machine that does much else is slow, and no test passes sooner for a short limit. */
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 20_000, interval: 20 });

const text = (selector: string): string => document.querySelector(selector)?.textContent ?? '';
const texts = (selector: string): string[] => [...document.querySelectorAll(selector)].map((element) => element.textContent ?? '');
const lines = (title: string): string[] => {
  const card = [...document.querySelectorAll('section')].find((one) => one.querySelector('h2')?.textContent === title);
  return [...(card?.querySelectorAll('tbody tr') ?? [])].map((line) => line.textContent ?? '');
};
const button = (label: string): HTMLButtonElement => [...document.querySelectorAll('button')].find((one) => one.textContent === label)!;

beforeAll(async () => {
  document.body.innerHTML = frame;
  beABrowser();
  await begin();
  await import('../../src/main');
});

afterAll(async () => {
  await daemon.stop();
  vi.unstubAllGlobals();
});

const begin = async (): Promise<void> => {
  daemon = new ScriptedDaemon('');
  daemon.space = space;
  await daemon.start();
};

beforeEach(begin);

afterEach(async () => {
  open('#/elsewhere');
  sessionStorage.clear();
  await daemon.stop();
});

it('without jobs the list says how to submit one', async () => {
  open('#/');
  await eventually(() => expect(text('h1')).toBe('No jobs yet'));
  expect(text('pre')).toBe('./tunesearch submit search-spaces/jobs/quickstart.yaml --watch');
});

it('the list has a line a job, with verdict and gain', async () => {
  daemon.jobs = [summary({ id: 'b-2', status: 'done', phase: 'done', verdict: 'improved', gain: 0.25 }), summary()];
  open('#/');
  await eventually(() => expect(texts('tbody tr')).toHaveLength(2));
  expect(texts('tbody th a')).toEqual(['b-2', 'nightly-1']);
  expect(texts('.pill')).toEqual(['Done', 'Improved', 'Running']);
  expect(texts('td.gain')).toEqual(['+25.0 %', '+20.0 %']);
});

it('while the best is the baseline, list and job say so instead of a gain', async () => {
  const job = summary({ bestIsBaseline: true, bestObjective: 100, gain: 0 });
  daemon.jobs = [job, summary({ id: 'b-2', status: 'done', phase: 'done', verdict: 'baseline', gain: 0 })];
  open('#/');
  await eventually(() => expect(texts('td.gain')).toEqual(['the baseline so far', 'the baseline']));
  open('#/jobs/nightly-1');
  const shown = detail({}, job);
  daemon.tell('job', 7, { ...shown, best: shown.baseline });
  await eventually(() => expect(text('.verdict p')).toBe('The baseline so far. Nothing that was measured is better.'));
  expect(texts('.tile').find((tile) => tile.startsWith('Best'))).toBe('Best so far100the baseline so far');
  expect(document.querySelector('table.changes')).toBeNull();
});

it('a running job grows with its events', async () => {
  open('#/jobs/nightly-1');
  for (let number = 1; number <= 20; number++) {
    daemon.tell('trial', number, trial(number));
    daemon.tell('progress', number, progress(number));
  }
  daemon.tell('job', 20, detail());
  await eventually(() => expect(lines('Trials')).toHaveLength(12));
  expect(text('h1')).toBe('nightlyRunning');
  expect(text('.verdict p')).toBe('+20.0 % so far, not verified yet.');
  expect(text('.steps .now')).toBe('search');
  expect(texts('table.changes tbody th')).toEqual(['compression.type', 'linger.ms']);

  daemon.tell('trial', 21, trial(21, { outcome: 'infeasible', objective: undefined, reason: 'The broker refuses 0 threads.' }));
  daemon.tell('job', 21, detail({ version: 21, infeasible: 1 }));
  await eventually(() => expect(lines('Trials')[0]).toContain('The broker refuses 0 threads.'));
});

it('a lost connection is said, and the page goes on from the version that it knows', async () => {
  open('#/jobs/nightly-1');
  daemon.tell('job', 7, detail());
  await eventually(() => expect(text('#link-state')).toBe('Live'));
  const said: string[] = [];
  const listener = new MutationObserver(() => said.push(text('#link-state')));
  listener.observe(document.querySelector('#link-state')!, { childList: true });
  daemon.drop();
  await eventually(() => expect(said).toEqual(['Connection lost, trying again', 'Live']));
  listener.disconnect();
  expect(daemon.resumedFrom).toEqual(['0', '7']);
});

it('a list that was left says nothing of its connection over the job that is shown', async () => {
  const asked = vi.fn();
  let answer = (_: Response): void => undefined;
  const fetched = globalThis.fetch;
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => path === '/api/v1/jobs'
    ? new Promise<Response>((resolve) => {
        asked();
        answer = resolve;
      })
    : fetched(path, init));
  open('#/');
  await eventually(() => expect(asked).toHaveBeenCalled());
  open('#/jobs/nightly-1');
  daemon.tell('job', 7, detail());
  await eventually(() => expect(text('#link-state')).toBe('Live'));
  const said: string[] = [];
  const listener = new MutationObserver(() => said.push(text('#link-state')));
  listener.observe(document.querySelector('#link-state')!, { childList: true });
  answer(new Response('{}', { status: 503 }));
  daemon.tell('job', 8, detail({ version: 8 }, { trialsDone: 3 }));
  await eventually(() => expect(texts('.tile')[0]).toContain('3 of 40'));
  listener.disconnect();
  vi.stubGlobal('fetch', fetched);
  expect(said).toEqual([]);
});

it('an answer that passed shows its interval, its lines with effects and what the gate saw', async () => {
  open('#/jobs/nightly-1');
  daemon.tell('job', 90, { ...ended(), maxRegression: 0.014 });
  await eventually(() => expect(text('.verdict p')).toBe(
    '+25.0 % over the configuration that runs today (95 %: +20.0 % to +30.0 %), measured again and no profile worse by more than 1.4 %.'));
  expect(texts('table.changes tbody th')).toEqual(['compression.type', 'linger.ms']);
  expect(texts('h2')).toContain('What the gate saw');
  expect(texts('.actions button')).toEqual(['best.properties', 'best.json', 'Report', 'Relevance', 'Trials CSV']);
  daemon.finish();
  await eventually(() => expect(text('#link-state')).toBe(''));
});

it('each change says when it takes effect, as the exported file does', async () => {
  daemon.space = [
    { ...space[0]!, name: 'linger.ms', updateMode: 'client' }, { ...space[0]!, name: 'retention.ms', updateMode: 'topic' },
    { ...space[0]!, name: 'num.io.threads', updateMode: 'restart' }, { ...space[0]!, name: 'swappiness', updateMode: 'hook' },
  ];
  open('#/jobs/nightly-1');
  daemon.tell('job', 90, ended({ changes: daemon.space.map((one, at) => ({ parameter: one.name, tuned: 1, effect: 4 - at })) }));
  await eventually(() => expect(texts('table.changes tbody td:last-child')).toEqual(["from the client's next start", 'while running', 'after a restart', 'after a restart']));
});

it('how the baseline scatters is not called by the name of the noise floor', async () => {
  open('#/jobs/nightly-1');
  daemon.tell('job', 7, detail({ noise: 0.032 }));
  await eventually(() => expect(texts('.tile').find((tile) => tile.startsWith('Baseline'))).toBe('Baseline100its trials scatter by 3.2 %'));
});

it('a job that was cancelled is marked in the phase that it was in, and no later one is done', async () => {
  open('#/jobs/nightly-1');
  daemon.tell('job', 90, detail({}, { status: 'cancelled', phase: 'search' }));
  await eventually(() => expect(texts('.steps .past')).toEqual(['calibration']));
  expect(texts('.steps .broken')).toEqual(['search: cancelled']);
  expect(texts('.steps .now')).toEqual([]);
});

it('a gain of the gate\'s own pairs is not called measured again', async () => {
  open('#/jobs/nightly-1');
  daemon.tell('job', 90, ended({ fromGate: true }));
  await eventually(() => expect(text('.verdict p')).toContain('as the gate saw it and no profile worse'));
});

it('an unverified answer is called so wherever it can be taken', async () => {
  open('#/jobs/nightly-1');
  daemon.tell('job', 90, ended({ verdict: 'unverified', objective: { gain: 0.25 } }));
  await eventually(() => expect(text('.verdict p')).toContain('No fresh measurements verified it, so part of it may be luck.'));
  expect(texts('.actions button').slice(0, 2)).toEqual(['best.properties, unverified', 'best.json, unverified']);
});

it('an answer that is the baseline says to keep what runs', async () => {
  open('#/jobs/nightly-1');
  daemon.tell('job', 90, ended({ verdict: 'baseline', objective: { gain: 0 }, changes: [] }));
  await eventually(() => expect(text('.verdict p')).toContain('Keep what runs today.'));
  expect(texts('.tile').find((tile) => tile.startsWith('Answer'))).toBe('Answer100the baseline');
  expect(document.querySelector('table.changes')).toBeNull();
});

it('a refused action shows what, why and the way out', async () => {
  open('#/jobs/nightly-1');
  daemon.tell('job', 7, detail());
  await eventually(() => expect(button('Pause')).toBeDefined());
  button('Pause').click();
  await eventually(() => expect(text('[role=alert]')).toContain('nightly-1: it has ended. Submit it again.'));
  expect(daemon.asked).toContain('POST /jobs/nightly-1/pause');
});

it('a daemon that wants a token is asked about on the spot', async () => {
  daemon.token = 'secret';
  open('#/jobs/nightly-1');
  await eventually(() => expect(text('[role=alert] h2')).toBe('This daemon asks for a token'));
  expect(text('[role=alert] p')).toBe('Whoever started it has set one; ask them for it, and paste it here.');
  expect(document.querySelector('form.token input[type=password]')).not.toBeNull();
});

it('a token that does not fit is told from one that is missing', async () => {
  daemon.token = 'secret';
  sessionStorage.setItem('tunesearch-token', 'guess');
  open('#/jobs/nightly-1');
  await eventually(() => expect(text('[role=alert] h2')).toBe('That is not the token of this daemon'));
});

it('the list that asks for a token is not called a lost connection, and leaves what is typed alone', async () => {
  daemon.token = 'secret';
  const timers = vi.spyOn(window, 'setTimeout');
  open('#/');
  await eventually(() => expect(text('[role=alert] h2')).toBe('This daemon asks for a token'));
  expect(text('#link-state')).toBe('');
  expect(timers.mock.calls.map(([, wait]) => wait)).not.toContain(2000);
  timers.mockRestore();
});

it('names from outside are text, never markup', async () => {
  daemon.jobs = [summary({ id: '<img src=x>', reason: '<script>x</script>' })];
  open('#/');
  await eventually(() => expect(texts('tbody th a')).toEqual(['<img src=x>']));
  expect(document.querySelector('tbody img, tbody script')).toBeNull();
});
