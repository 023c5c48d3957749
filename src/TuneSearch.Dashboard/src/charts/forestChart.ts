import type { EChartsCoreOption } from 'echarts/core';
import type { Gain } from '../api/types';
import { gainScale, percent, type GainScale } from '../model/format';
import { palette } from '../ui/theme';
import { axis, base, escape, withLabels } from './common';

export interface ForestRow {
  name: string;
  gain: Gain;
  /** Set off from the rest: the objective itself. */
  strong?: boolean;
}

export interface ForestModel {
  rows: ForestRow[];
  /** The largest tolerated loss, 0.02 = 2 %. */
  margin: number;
}

interface RenderApi {
  value(dimension: number): number;
  coord(point: [number, number]): [number, number];
}

/** Changes with their intervals, one line each: what the gate saw. */
export const forestOption = ({ rows, margin }: ForestModel): EChartsCoreOption => {
  const colours = palette();
  const colour = (row: ForestRow) => ((row.gain.low ?? row.gain.gain) < -margin ? colours.bad : (row.gain.low ?? row.gain.gain) > 0 ? colours.good : colours.muted);
  const all = rows.flatMap((row) => [row.gain.gain, row.gain.low ?? row.gain.gain, row.gain.high ?? row.gain.gain]);
  const scale = gainScale(Math.min(-margin * 2, ...all), Math.max(margin * 2, ...all), margin);
  return {
    ...base(),
    grid: { left: 8, right: 20, top: 8, bottom: 8, ...withLabels },
    tooltip: { ...base().tooltip, formatter: (point: { dataIndex: number }) => escape(describeRow(rows[point.dataIndex]!)) },
    xAxis: gainAxis(scale),
    yAxis: {
      type: 'category', inverse: true, data: rows.map((row) => row.name), ...axis('', String),
      axisLabel: { color: colours.text, fontSize: 12, formatter: undefined }, splitLine: { show: false },
    },
    series: [
      {
        type: 'custom',
        renderItem: (_: unknown, api: RenderApi) => whisker(api, colour(rows[api.value(0)]!), rows[api.value(0)]!.strong === true),
        encode: { x: [1, 2, 3], y: 0 },
        data: rows.map((row, at) => [at, ...[row.gain.gain, row.gain.low ?? row.gain.gain, row.gain.high ?? row.gain.gain].map(scale.place)]),
        markLine: {
          silent: true, symbol: 'none',
          data: [
            { xAxis: 0, lineStyle: { color: colours.muted, type: 'solid' }, label: { show: false } },
            { xAxis: scale.place(-margin), lineStyle: { color: colours.bad, type: 'dashed' }, label: { show: false } },
          ],
        },
        z: 4,
      },
    ],
  };
};

/** Ticks where the scale wants them, which a linear axis would not have. */
const gainAxis = (scale: GainScale) => {
  const places = scale.ticks.map(scale.place);
  const quiet = axis('', (place) => percent(scale.ticks[places.indexOf(place)], scale.digits));
  return {
    type: 'value', min: places[0], max: places.at(-1), ...quiet, axisLine: { show: false },
    axisLabel: { ...quiet.axisLabel, customValues: places },
    axisTick: { show: false, customValues: places },
    splitLine: { ...quiet.splitLine, customValues: places },
  };
};

export const describeForest = ({ rows }: ForestModel): string => rows.map((row) => describeRow(row)).join('; ');

const describeRow = (row: ForestRow): string =>
  `${row.name}: ${percent(row.gain.gain)}${row.gain.low === undefined ? '' : ` (95 %: ${percent(row.gain.low)} to ${percent(row.gain.high)})`}`;

const whisker = (api: RenderApi, colour: string, strong: boolean) => {
  const [x, y] = api.coord([api.value(1), api.value(0)]);
  const [from] = api.coord([api.value(2), api.value(0)]);
  const [to] = api.coord([api.value(3), api.value(0)]);
  const stroke = { stroke: colour, lineWidth: strong ? 3 : 2, fill: 'none' };
  const cap = 4;
  return {
    type: 'group',
    children: [
      { type: 'line', shape: { x1: from, y1: y, x2: to, y2: y }, style: stroke },
      { type: 'line', shape: { x1: from, y1: y - cap, x2: from, y2: y + cap }, style: stroke },
      { type: 'line', shape: { x1: to, y1: y - cap, x2: to, y2: y + cap }, style: stroke },
      { type: 'circle', shape: { cx: x, cy: y, r: strong ? 6 : 4.5 }, style: { fill: colour } },
    ],
  };
};
