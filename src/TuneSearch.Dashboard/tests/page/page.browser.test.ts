import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TrialRow } from '../../src/api/types';
import { detail, ended, progress, space, summary, trial } from './documents';
import { ScriptedDaemon } from './scriptedDaemon';

const program = process.env['TUNESEARCH_TEST_BROWSER'];
const pages = fileURLToPath(new URL('../../dist', import.meta.url));
const pictures = process.env['TUNESEARCH_TEST_PICTURES'];

/** The built page as people see it, in the Chromium that TUNESEARCH_TEST_BROWSER names; TUNESEARCH_TEST_PICTURES names a folder for pictures of it. */
describe.skipIf(program === undefined)('the page in a browser', () => {
  let browser: Browser;
  let daemon: ScriptedDaemon;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: program!, args: ['--no-sandbox', '--disable-gpu'] });
  });

  afterAll(() => browser.close());

  beforeEach(async () => {
    daemon = new ScriptedDaemon(pages);
    daemon.space = space;
    await daemon.start();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    complaints = [];
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
  });

  afterEach(async () => {
    await page.close();
    await daemon.stop();
  });

  const aWholeJob = (...more: TrialRow[]): void => {
    for (let number = 1; number <= 40; number++) {
      daemon.tell('trial', number, trial(number));
      daemon.tell('progress', number, progress(number));
    }
    more.forEach((row) => daemon.tell('trial', row.trial, row));
    daemon.tell('job', 90, ended());
    daemon.finish();
  };

  const picture = async (name: string): Promise<void> => {
    if (pictures) {
      await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
    }
  };

  it('goes from the list to a job and back, and complains of nothing', async () => {
    daemon.jobs = [summary()];
    await page.goto(daemon.address);
    await page.getByRole('link', { name: 'nightly-1' }).click();
    aWholeJob();
    await page.getByText('What the gate saw').waitFor();
    expect(await page.title()).toBe('nightly-1 · TuneSearch');
    expect(await page.locator('.chart svg').count()).toBeGreaterThanOrEqual(4);
    await picture('job');
    await page.getByRole('link', { name: 'Jobs' }).click();
    await page.getByRole('heading', { name: 'Search jobs' }).waitFor();
    await picture('list');
    expect(complaints).toEqual([]);
  });

  it('nothing is wider than a telephone', async () => {
    await page.setViewportSize({ width: 380, height: 800 });
    await page.goto(`${daemon.address}/#/jobs/nightly-1`);
    aWholeJob();
    await page.getByText('What the gate saw').waitFor();
    await picture('telephone');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(380);
  });

  /** Whether what the selector finds lies on the screen from left to right, not beyond an edge to scroll to. */
  const isWithinSight = (selector: string): Promise<boolean> =>
    page.locator(selector).first().evaluate((element, width) => element.getBoundingClientRect().left >= 0 && element.getBoundingClientRect().right <= width, 390);

  it('a telephone shows what matters of a job with a long name', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    daemon.jobs = [summary({ id: `${'nightly-of-the-payments-fleet-eu-west-on'}-1` })];
    await page.goto(daemon.address);
    for (const column of ['Status', 'Progress', 'Gain']) {
      expect(await isWithinSight(`.jobs [data-column="${column}"]`)).toBe(true);
    }
    await picture('telephone-list');
    await page.goto(`${daemon.address}/#/jobs/nightly-1`);
    aWholeJob(trial(41, { purpose: 'calibration', withinLimits: false, objective: 345_678 }));
    await page.getByText('What the gate saw').waitFor();
    expect(await isWithinSight('.changes [data-column="Effect"]')).toBe(true);
    expect(await isWithinSight('.trials td:nth-child(4)')).toBe(true);
    expect(await page.locator('.trials thead th:nth-child(4)').first().textContent()).toBe('Objective');
    expect(await page.locator('.steps li').first().evaluate((step) => getComputedStyle(step).fontSize)).toBe('11.25px');
  });

  it('the theme that was chosen stays', async () => {
    await page.goto(`${daemon.address}/#/jobs/nightly-1`);
    aWholeJob();
    await page.getByText('What the gate saw').waitFor();
    await page.getByRole('button', { name: 'Use the dark theme' }).click();
    await page.reload();
    await page.getByText('What the gate saw').waitFor();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await picture('dark');
  });

  it('charts say in words what they show', async () => {
    await page.goto(`${daemon.address}/#/jobs/nightly-1`);
    aWholeJob();
    await page.getByText('What the gate saw').waitFor();
    await page.locator('.chart[aria-label]').first().waitFor();
    for (const label of await page.locator('.chart:visible').evaluateAll((charts) => charts.map((chart) => chart.getAttribute('aria-label')))) {
      expect(label).toMatch(/\w{3}/);
    }
  });

  it('a token that is given opens the page', async () => {
    daemon.token = 'secret';
    await page.goto(`${daemon.address}/#/jobs/nightly-1`);
    daemon.tell('job', 7, detail());
    await page.getByLabel('Token').fill('secret');
    await page.getByRole('button', { name: 'Use it' }).click();
    await page.getByText('so far, not verified yet').waitFor();
  });
});
