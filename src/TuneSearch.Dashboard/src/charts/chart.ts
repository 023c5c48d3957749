import { CustomChart, LineChart, ParallelChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, ParallelComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { init, use, type ECharts, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { h } from '../ui/dom';
import { onThemeChange } from '../ui/theme';

use([
  LineChart, ScatterChart, ParallelChart, CustomChart,
  GridComponent, TooltipComponent, LegendComponent, MarkLineComponent, MarkAreaComponent, ParallelComponent, VisualMapComponent, AriaComponent,
  SVGRenderer,
]);

/** A chart in a box of its own: keeps its size and colours right, and draws at most once a frame. */
export class Chart<T> {
  readonly element: HTMLElement;
  private readonly chart: ECharts;
  private readonly stop: () => void;
  private value: T | undefined;
  private frame = 0;

  constructor(
    height: number,
    private readonly option: (value: T) => EChartsCoreOption,
    private readonly describe: (value: T) => string,
  ) {
    this.element = h('div', { class: 'chart', role: 'img', style: `height:${height}px` });
    this.chart = init(this.element, undefined, { renderer: 'svg', height, width: 600 });
    const sizes = new ResizeObserver(() => this.fit());
    sizes.observe(this.element);
    const themes = onThemeChange(() => this.draw());
    this.stop = () => {
      sizes.disconnect();
      themes();
      cancelAnimationFrame(this.frame);
      this.chart.dispose();
    };
  }

  show(value: T): void {
    this.value = value;
    this.draw();
  }

  resizeTo(height: number): void {
    if (this.element.style.height !== `${height}px`) {
      this.element.style.height = `${height}px`;
      this.fit();
    }
  }

  dispose(): void {
    this.stop();
  }

  /** What is hidden has no size, and ECharts would draw it a hundred pixels wide until it is told better. */
  private fit(): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    if (width > 0 && height > 0 && (width !== this.chart.getWidth() || height !== this.chart.getHeight())) {
      this.chart.resize({ width, height });
    }
  }

  private draw(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      if (this.value !== undefined) {
        this.fit();
        this.element.setAttribute('aria-label', this.describe(this.value));
        this.chart.setOption({ animation: false, ...this.option(this.value) }, { notMerge: true });
      }
    });
  }
}
