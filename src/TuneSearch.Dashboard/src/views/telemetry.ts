import { seen as figure } from '../model/format';
import type { JobModel } from '../model/search';
import { h } from '../ui/dom';
import { card } from './pieces';

/** What brokers and clients did under the baseline, and under the best where that is another configuration. */
export const telemetryCard = ({ detail }: JobModel): HTMLElement | undefined => {
  const seen = detail.telemetry ?? [];
  if (seen.length === 0) {
    return undefined;
  }
  const both = seen.some((row) => row.best !== undefined);
  return card('Brokers and clients', 'Means over the trials of each configuration.',
    h('div', { class: 'scroll' }, h('table', { class: 'trials' },
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Seen'), h('th', { scope: 'col', class: 'number' }, 'Today'), both ? h('th', { scope: 'col', class: 'number' }, 'Best') : undefined)),
      h('tbody', {}, ...seen.map((row) => h('tr', {},
        h('th', { scope: 'row' }, row.name.replaceAll('_', ' ')),
        h('td', { class: 'number' }, figure(row.name, row.baseline)),
        both ? h('td', { class: 'number' }, figure(row.name, row.best)) : undefined))))));
};
