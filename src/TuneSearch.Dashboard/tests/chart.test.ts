// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

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
