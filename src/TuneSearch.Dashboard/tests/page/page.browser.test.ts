import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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

  const aWholeJob = (): void => {
    for (let number = 1; number <= 40; number++) {
      daemon.tell('trial', number, trial(number));
      daemon.tell('progress', number, progress(number));
    }
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
