// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { JobModel } from '../src/model/search';
import { detail, space, trial } from './page/documents';

let sized: () => void;

beforeEach(() => {
  vi.stubGlobal('ResizeObserver', class {
    constructor(told: () => void) {
      sized = told;
    }
    observe(): void {}
    disconnect(): void {}
  });
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
  HTMLCanvasElement.prototype.getContext = () => null;
});

afterEach(() => vi.unstubAllGlobals());

it('a chart that was hidden is drawn at once in the width that it is shown with', async () => {
  const { Chart } = await import('../src/charts/chart');
  const chart = new Chart<number>(150, () => ({ xAxis: {}, yAxis: {}, series: [] }), String);
  const width = () => chart.element.querySelector('svg')?.getAttribute('width');

  sized();
  chart.show(1);
  Object.defineProperties(chart.element, { clientWidth: { value: 900 }, clientHeight: { value: 150 } });
  await vi.waitFor(() => expect(chart.element.getAttribute('aria-label')).toBe('1'));

  expect(width()).toBe('900');
  chart.dispose();
});

const odd = '<img src=x onerror="alert(1)">';
const shown = '&lt;img src=x onerror=&quot;alert(1)&quot;&gt;';

it('a value is text in the tooltip of its effect, whatever it holds', async () => {
  const { effectOption } = await import('../src/charts/effectChart');
  const parameter = { ...space[1]!, values: ['none', odd] };
  const model: JobModel = { detail: detail(), trials: [], progress: [], space: [parameter] };
  const { tooltip } = effectOption({ model, parameter, share: 0.5 }) as { tooltip: { formatter(point: unknown): string } };
  expect(tooltip.formatter({ data: { row: trial(7, { configuration: { 'compression.type': odd } }) } })).toBe(`Trial 7: ${shown} → 101`);
});

it('the name of a profile and its metric is text in the tooltip of what the gate saw', async () => {
  const { forestOption } = await import('../src/charts/forestChart');
  const { tooltip } = forestOption({ rows: [{ name: odd, gain: { gain: 0.1 } }], margin: 0.02 }) as { tooltip: { formatter(point: unknown): string } };
  expect(tooltip.formatter({ dataIndex: 0 })).toBe(`${shown}: +10.0 %`);
});
