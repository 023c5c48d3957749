import type { Change, UpdateMode, Value } from '../api/types';
import { binaryBytes, interval, percent, settingValue } from '../model/format';
import { changesSoFar, type JobModel } from '../model/search';
import { h } from '../ui/dom';
import { card, cell } from './pieces';

/** When a setting is in force, as the exported file says it (PropertiesAnswer.cs). */
const takesEffect: Record<UpdateMode, string> = {
  client: "from the client's next start",
  topic: 'while running', clusterWide: 'while running', perBroker: 'while running', sysctl: 'while running',
  restart: 'after a restart', hook: 'after a restart',
};

/** Default → tuned, one line a setting that differs. */
export const changesCard = (model: JobModel): HTMLElement | undefined => {
  const { answer } = model.detail;
  const changes: Change[] = answer ? answer.changes : changesSoFar(model.detail);
  if (changes.length === 0) {
    return undefined;
  }
  const withEffects = changes.some((change) => change.effect !== undefined);
  const reach = Math.max(...changes.map((change) => Math.max(Math.abs(change.effect ?? 0), Math.abs(change.high ?? 0), Math.abs(change.low ?? 0))), 0.001);
  const sorted = [...changes].sort((a, b) => Math.abs(b.effect ?? 0) - Math.abs(a.effect ?? 0) || a.parameter.localeCompare(b.parameter));
  const columns = ['Setting', 'Scope', 'Today', 'Tuned', ...(withEffects ? ['Effect', ''] : []), 'Takes effect'];
  return card(
    answer ? `${changes.length} setting${changes.length === 1 ? '' : 's'} to change` : 'Best so far against today',
    withEffects ? 'The effect is what taking this one setting back would cost, with its 95 % interval.' : undefined,
    h('div', { class: 'scroll' }, h('table', { class: 'changes folds' },
      h('thead', {}, h('tr', {}, ...columns.map((name) => h('th', { scope: 'col' }, name)))),
      h('tbody', {}, ...sorted.map((change) => row(change, model, withEffects, reach))))));
};

const row = (change: Change, model: JobModel, withEffects: boolean, reach: number): HTMLElement => {
  const parameter = model.space.find((known) => known.name === change.parameter);
  const unit = parameter?.unit ? ` ${parameter.unit}` : '';
  return h('tr', {},
    h('th', { scope: 'row' }, h('code', { title: parameter?.description }, change.parameter)),
    cell('Scope', 'muted', parameter?.scope),
    cell('Today', 'old', settingValue(change.baseline), change.baseline === undefined ? '' : unit),
    cell('Tuned', 'new', settingValue(change.tuned), unit, hint(change.tuned, parameter?.unit)),
    ...(withEffects ? [
      cell('Effect', 'number', percent(change.effect), h('small', { class: 'muted' }, interval(change.low, change.high))),
      cell('', 'spark', change.effect === undefined ? undefined : spark(change, reach)),
    ] : []),
    cell('Takes effect', 'muted', parameter && takesEffect[parameter.updateMode]));
};

const hint = (value: Value, unit: string | undefined): HTMLElement | undefined =>
  unit === 'bytes' && typeof value === 'number' && value >= 1024 ** 2 ? h('small', { class: 'muted' }, ` ${binaryBytes(value)}`) : undefined;

/** The interval as a bar from the middle; drawn in boxes, so that it needs no chart. */
const spark = (change: Change, reach: number): HTMLElement => {
  const place = (value: number): number => 50 + (50 * value) / reach;
  const low = place(change.low ?? change.effect!);
  const high = place(change.high ?? change.effect!);
  return h('span', { class: 'spark', 'aria-hidden': 'true' },
    h('i', { class: 'zero' }),
    h('i', { class: 'range', style: `left:${low}%;width:${Math.max(1, high - low)}%` }),
    h('i', { class: 'dot', style: `left:${place(change.effect!)}%` }));
};
