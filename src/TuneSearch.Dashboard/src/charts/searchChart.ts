import type { EChartsCoreOption } from 'echarts/core';
import type { TrialRow } from '../api/types';
import { duration, percent, settingValue, short } from '../model/format';
import { failed, measured, phases, type JobModel } from '../model/search';
import { palette } from '../ui/theme';
import { axis, base, escape, legend, withLabels } from './common';

const symbols: Record<string, string> = { calibration: 'diamond', search: 'circle', finalist: 'triangle', gate: 'rect', elimination: 'pin', estimate: 'roundRect' };
const failedColour: Record<string, 'bad' | 'warn' | 'muted'> = { infeasible: 'bad', faulted: 'bad', invalid: 'warn', stopped: 'muted' };
const shownSettings = 8;

/** Every trial, the best so far, and the baseline with the band in which a difference says nothing. */
export const searchOption = (model: JobModel): EChartsCoreOption => {
  const colours = palette();
  const { detail, progress } = model;
  const rows = measured(model.trials);
  const names = phases(model.trials).map((phase) => phase.name).filter((name, at, all) => all.indexOf(name) === at);
  const baseline = detail.job.baselineObjective;
  const best = progress.filter((point) => point.bestObjective !== undefined).map((point) => [point.trial, point.bestObjective]);
  return {
    ...base(),
    legend: legend(['Best so far', 'Baseline', ...names.map(title), ...(failed(model.trials).length > 0 ? ['Not measured'] : [])]),
    grid: { left: 8, right: 16, top: 40, bottom: 28, ...withLabels },
    xAxis: { type: 'value', min: 0, max: lastTrial(model), minInterval: 1, ...axis('Trial', (value) => String(value)), nameLocation: 'middle', nameGap: 26, splitLine: { show: false } },
    yAxis: [
      { type: 'value', scale: true, ...axis('', (value) => short(value)) },
      // What has no objective stands on the ground.
      { type: 'value', show: false, min: 0, max: 1 },
    ],
    tooltip: { ...base().tooltip, trigger: 'item' },
    series: [
      ...names.map((name) => ({
        name: title(name),
        type: 'scatter',
        symbol: symbols[name] ?? 'circle',
        symbolSize: name === 'search' ? 7 : 9,
        itemStyle: { color: colours.phases[name] ?? colours.muted, opacity: 0.75 },
        data: rows.filter((row) => row.purpose === name).map((row) => ({ value: [row.trial, row.objective], row, itemStyle: row.withinLimits ? undefined : { opacity: 0.35 } })),
        tooltip: { formatter: (point: { data: { row: TrialRow } }) => describeTrial(point.data.row, baseline, detail.maximize) },
        z: 3,
      })),
      {
        name: 'Not measured',
        type: 'scatter',
        symbol: 'path://M-1,-1 L1,1 M1,-1 L-1,1',
        symbolSize: 8,
        yAxisIndex: 1,
        data: failed(model.trials).map((row) => ({ value: [row.trial, 0.02], row, itemStyle: { color: 'transparent', borderColor: colours[failedColour[row.outcome] ?? 'muted'], borderWidth: 1.6 } })),
        itemStyle: { color: colours.bad },
        tooltip: { formatter: (point: { data: { row: TrialRow } }) => describeTrial(point.data.row, baseline, detail.maximize) },
        z: 3,
        clip: false,
      },
      {
        name: 'Best so far',
        type: 'line',
        step: 'end',
        data: best,
        symbol: 'none',
        lineStyle: { color: colours.accent, width: 2.5 },
        itemStyle: { color: colours.accent },
        z: 4,
        tooltip: { show: false },
      },
      {
        name: 'Baseline',
        type: 'line',
        data: [],
        symbol: 'none',
        itemStyle: { color: colours.muted },
        lineStyle: { color: colours.muted, type: 'dashed' },
        markLine: baseline === undefined ? undefined : {
          silent: true, symbol: 'none', label: { formatter: 'baseline', position: 'insideStartTop', color: colours.muted, fontSize: 11 },
          lineStyle: { color: colours.muted, type: 'dashed', width: 1.5 }, data: [{ yAxis: baseline }],
        },
        markArea: baseline === undefined || detail.noise === undefined ? undefined : {
          silent: true, itemStyle: { color: colours.muted, opacity: 0.13 },
          data: [[{ yAxis: baseline * (1 - 2 * detail.noise) }, { yAxis: baseline * (1 + 2 * detail.noise) }]],
        },
      },
    ],
  };
};

export const describeSearch = (model: JobModel): string => {
  const { job, maximize } = model.detail;
  return `Objective of ${measured(model.trials).length} measured trials; best so far ${short(job.bestObjective)}, baseline ${short(job.baselineObjective)}, ${maximize ? 'higher' : 'lower'} is better.`;
};

export const title = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The axis of trials ends at the budget, so that a running search shows how much is left. */
export const lastTrial = (model: JobModel): number => Math.max(model.detail.job.trialsPlanned, model.trials.at(-1)?.trial ?? 0, 1);

const describeTrial = (row: TrialRow, baseline: number | undefined, maximize: boolean): string => {
  const gain = row.objective === undefined || !baseline ? undefined : ((row.objective - baseline) / Math.abs(baseline)) * (maximize ? 1 : -1);
  const settings = Object.entries(row.configuration).slice(0, shownSettings)
    .map(([name, value]) => `<tr><td>${escape(name)}</td><td><b>${escape(settingValue(value))}</b></td></tr>`).join('');
  const more = Object.keys(row.configuration).length - shownSettings;
  return [
    `<b>Trial ${row.trial}</b> · ${escape(row.purpose)} · ${escape(row.outcome)}${row.withinLimits ? '' : ' · over a limit'}`,
    row.objective === undefined ? escape(row.reason ?? '') : `${short(row.objective, 4)} (${percent(gain)} to the baseline) · ${duration(row.seconds)}`,
    `<table class="tip">${settings}</table>${more > 0 ? `and ${more} more` : ''}`,
  ].filter(Boolean).join('<br>');
};
