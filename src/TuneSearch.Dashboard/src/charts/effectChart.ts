import type { EChartsCoreOption } from 'echarts/core';
import type { Parameter, TrialRow } from '../api/types';
import { settingValue, short } from '../model/format';
import { measured, type JobModel } from '../model/search';
import { palette } from '../ui/theme';
import { axis, base, escape, withLabels } from './common';

export interface EffectModel {
  model: JobModel;
  parameter: Parameter;
  share: number;
}

/** One parameter against the objective: every trial a dot, the baseline's and the best value marked. */
export const effectOption = ({ model, parameter }: EffectModel): EChartsCoreOption => {
  const colours = palette();
  const { detail } = model;
  const rows = measured(model.trials).filter((row) => row.configuration[parameter.name] !== undefined && (row.purpose === 'search' || row.purpose === 'calibration'));
  const list = parameter.values?.map(String);
  const position = (value: unknown) => (list ? String(value) : Number(value));
  const best = detail.best?.[parameter.name];
  const mark = (value: unknown, name: string, colour: string) => ({ xAxis: position(value), name, lineStyle: { color: colour, width: 1.5, type: name === 'baseline' ? 'dashed' : 'solid' } });
  return {
    ...base(),
    grid: { left: 4, right: 12, top: 12, bottom: 8, ...withLabels },
    tooltip: {
      ...base().tooltip,
      formatter: (point: { data: { row: TrialRow } }) => `Trial ${point.data.row.trial}: ${escape(settingValue(point.data.row.configuration[parameter.name]))} → ${short(point.data.row.objective, 4)}`,
    },
    xAxis: list
      ? { type: 'category', data: list, ...axis('', String), splitLine: { show: false }, axisLabel: { ...axis('', String).axisLabel, formatter: undefined } }
      : {
          type: parameter.log && (parameter.low ?? 0) > 0 ? 'log' : 'value', min: parameter.low, max: parameter.high,
          ...axis('', (value) => (Math.abs(value) >= 1000 ? short(value, 2) : String(Number(value.toPrecision(3))))), splitNumber: 3, splitLine: { show: false },
        },
    yAxis: { type: 'value', scale: true, splitNumber: 3, ...axis('', (value) => short(value)) },
    series: [{
      type: 'scatter',
      symbolSize: 6,
      itemStyle: { color: colours.phases['search'], opacity: 0.6 },
      data: rows.map((row) => ({ value: [position(row.configuration[parameter.name]), row.objective], row })),
      markLine: {
        silent: true, symbol: 'none', label: { show: false },
        data: [
          ...(detail.baseline[parameter.name] === undefined ? [] : [mark(detail.baseline[parameter.name], 'baseline', colours.muted)]),
          ...(best === undefined ? [] : [mark(best, 'best', colours.accent)]),
        ],
      },
    }],
  };
};

export const describeEffect = ({ parameter, share }: EffectModel): string =>
  `${parameter.name} against the objective; it alone goes with ${Math.round(share * 100)} percent of the variance.`;
