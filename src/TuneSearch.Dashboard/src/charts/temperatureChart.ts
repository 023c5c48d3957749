import type { EChartsCoreOption } from 'echarts/core';
import { short } from '../model/format';
import type { JobModel } from '../model/search';
import { palette } from '../ui/theme';
import { axis, base, legend, withLabels } from './common';
import { lastTrial } from './searchChart';

/** How the annealing cools, and how much of what it proposes it takes. */
export const temperatureOption = (model: JobModel): EChartsCoreOption => {
  const colours = palette();
  const walkers = [...new Set(model.trials.filter((row) => row.purpose === 'search').map((row) => row.walker))].sort((a, b) => a - b);
  return {
    ...base(),
    legend: legend(['Temperature', 'Acceptance']),
    grid: { left: 8, right: 16, top: 30, bottom: 28, ...withLabels },
    tooltip: { ...base().tooltip, trigger: 'axis', valueFormatter: (value: unknown) => (typeof value === 'number' ? short(value) : '–') },
    xAxis: { type: 'value', min: 0, max: lastTrial(model), minInterval: 1, ...axis('Trial', (value) => String(value)), nameLocation: 'middle', nameGap: 26, splitLine: { show: false } },
    yAxis: [
      { type: 'value', min: 0, splitNumber: 2, ...axis('', (value) => short(value)) },
      { type: 'value', min: 0, max: 1, interval: 0.5, ...axis('', (value) => `${Math.round(value * 100)} %`), splitLine: { show: false } },
    ],
    series: [
      ...walkers.map((walker) => ({
        name: 'Temperature',
        type: 'line',
        symbol: 'none',
        lineStyle: { color: colours.phases['gate'], width: 2, opacity: walkers.length > 1 ? 0.6 : 1 },
        itemStyle: { color: colours.phases['gate'] },
        data: model.trials.filter((row) => row.purpose === 'search' && row.walker === walker).map((row) => [row.trial, row.temperature]),
      })),
      {
        name: 'Acceptance',
        type: 'line',
        yAxisIndex: 1,
        symbol: 'none',
        lineStyle: { color: colours.phases['search'], width: 2 },
        itemStyle: { color: colours.phases['search'] },
        data: model.progress.filter((point) => point.acceptance !== undefined && point.phase === 'search').map((point) => [point.trial, point.acceptance]),
      },
    ],
  };
};

export const describeTemperature = (model: JobModel): string =>
  `Temperature ${short(model.detail.temperature)} and acceptance ${model.detail.acceptance === undefined ? 'not known yet' : `${Math.round(model.detail.acceptance * 100)} percent`} after ${model.detail.job.trialsDone} trials.`;
