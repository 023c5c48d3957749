import type { EChartsCoreOption } from 'echarts/core';
import type { Parameter, Value } from '../api/types';
import { settingValue, short } from '../model/format';
import { measured, ranked, unitOf, type JobModel } from '../model/search';
import { palette } from '../ui/theme';
import { base } from './common';

export const parallelAxes = 9;

/** Each measured trial as a line over the parameters that tell most, coloured by its objective; the best drawn over them. */
export const parallelOption = (model: JobModel): EChartsCoreOption => {
  const colours = palette();
  const parameters = ranked(model, parallelAxes).map((entry) => entry.parameter);
  const rows = measured(model.trials).filter((row) => row.purpose === 'search' || row.purpose === 'calibration');
  const objectives = rows.map((row) => row.objective!);
  const ramp = model.detail.maximize ? colours.ramp : [...colours.ramp].reverse();
  const line = (values: (number | '-')[], objective: number) => [...values, objective];
  const place = (parameter: Parameter, value: Value | undefined): number | '-' => (value === undefined ? '-' : unitOf(parameter, value));
  return {
    ...base(),
    parallel: { left: 60, right: 76, top: 72, bottom: 30, parallelAxisDefault: { type: 'value', min: 0, max: 1 } },
    parallelAxis: [
      ...parameters.map((parameter, dim) => ({
        dim,
        name: `${wrapped(parameter.name)}\n{high|${end(parameter, 1)}}`,
        nameLocation: 'end',
        nameGap: 10,
        nameTruncate: { maxWidth: 200 },
        nameTextStyle: { color: colours.text, fontSize: 11, lineHeight: 14, rich: { high: { color: colours.muted, fontSize: 10 } } },
        axisLine: { lineStyle: { color: colours.line } },
        axisTick: { show: false },
        splitNumber: 1,
        axisLabel: { color: colours.muted, fontSize: 10, formatter: (value: number) => (value === 0 ? end(parameter, 0) : '') },
      })),
      {
        dim: parameters.length, name: `objective\n${model.detail.maximize ? 'higher' : 'lower'} is better`, nameLocation: 'end', nameGap: 18, nameTruncate: { maxWidth: 200 },
        min: Math.min(...objectives), max: Math.max(...objectives),
        nameTextStyle: { color: colours.muted, fontSize: 11, lineHeight: 14 }, axisLine: { lineStyle: { color: colours.accent } }, axisTick: { show: false },
        axisLabel: { color: colours.muted, fontSize: 10, formatter: (value: number) => short(value), showMinLabel: false, showMaxLabel: false },
      },
    ],
    visualMap: { show: false, dimension: parameters.length, min: Math.min(...objectives), max: Math.max(...objectives), inRange: { color: ramp }, seriesIndex: 0 },
    series: [
      {
        type: 'parallel',
        lineStyle: { width: 1.2, opacity: rows.length > 150 ? 0.3 : 0.5 },
        data: rows.map((row) => line(parameters.map((parameter) => place(parameter, row.configuration[parameter.name])), row.objective!)),
      },
      ...(model.detail.best && model.detail.job.bestObjective !== undefined
        ? [{
            type: 'parallel',
            lineStyle: { width: 3.5, color: colours.accent, opacity: 1 },
            data: [line(parameters.map((parameter) => place(parameter, model.detail.best![parameter.name])), model.detail.job.bestObjective)],
            z: 5,
          }]
        : []),
    ],
  };
};

export const describeParallel = (model: JobModel): string =>
  `Settings of ${measured(model.trials).length} trials over the parameters that tell most: ${ranked(model, parallelAxes).map((entry) => entry.parameter.name).join(', ')}.`;

/** The value at an end of the axis. */
const end = (parameter: Parameter, unit: 0 | 1): string => {
  const value = parameter.values ? parameter.values.at(unit === 0 ? 0 : -1) : unit === 0 ? parameter.low : parameter.high;
  return typeof value === 'number' && Math.abs(value) >= 10_000 ? short(value) : settingValue(value);
};

/** Dotted names break where a dot is, so that neighbours keep apart. */
const wrapped = (name: string): string => {
  if (name.length <= 14) {
    return name;
  }
  const dots = [...name.matchAll(/[._-]/g)].map((match) => match.index);
  const cut = dots.sort((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2))[0];
  return cut === undefined ? name : `${name.slice(0, cut + 1)}\n${name.slice(cut + 1)}`;
};
