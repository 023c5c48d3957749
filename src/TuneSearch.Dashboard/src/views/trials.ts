import type { TrialRow } from '../api/types';
import { duration, seen, short } from '../model/format';
import type { JobModel } from '../model/search';
import { h } from '../ui/dom';

const shown = 12;
const telling = ['throughput', 'publish_latency_p99', 'end_to_end_latency_p99'];
let open = false;

/** The latest trials, all of them on demand, what matters first for pages that show no more; the charts' numbers for those who do not see them. */
export const trialsCard = ({ trials }: JobModel): HTMLElement => {
  const rows = [...trials].reverse();
  const metrics = telling.filter((name) => rows.some((row) => row.metrics[name] !== undefined));
  const body = h('tbody', {}, ...rows.slice(0, open ? rows.length : shown).map((row) => line(row, metrics)));
  const more = rows.length <= shown ? undefined : h('button', {
    type: 'button', class: 'ghost', 'aria-expanded': String(open),
    onclick: (event) => {
      open = !open;
      (event.currentTarget as HTMLElement).closest('section')!.replaceWith(trialsCard({ trials } as JobModel));
    },
  }, open ? `Show the latest ${shown}` : `Show all ${rows.length}`);
  return h('section', { class: 'card' }, h('h2', {}, 'Trials'),
    h('div', { class: 'scroll' }, h('table', { class: 'trials' },
      h('thead', {}, h('tr', {}, ...['Trial', 'Purpose', 'Outcome', 'Objective', ...metrics.map((name) => name.replaceAll('_', ' ')), 'Took', 'Temperature', 'Move'].map((name, at, all) =>
        h('th', { scope: 'col', class: at === 0 || (at > 2 && at < all.length - 1) ? 'number' : undefined }, name)))),
      body)),
    more);
};

const line = (row: TrialRow, metrics: string[]): HTMLElement =>
  h('tr', {},
    h('td', { class: 'number' }, String(row.trial)),
    h('td', {}, h('span', { class: `dot ${row.purpose}` }), row.purpose),
    h('td', { class: row.outcome, title: row.reason }, row.outcome, row.withinLimits ? undefined : h('small', { class: 'bad' }, ' over a limit'), row.reason ? h('small', { class: 'muted clip' }, row.reason) : undefined),
    h('td', { class: 'number' }, short(row.objective, 4)),
    ...metrics.map((name) => h('td', { class: 'number' }, seen(name, row.metrics[name]))),
    h('td', { class: 'number muted' }, row.outcome === 'running' ? '' : duration(row.seconds)),
    h('td', { class: 'number muted' }, row.purpose === 'search' ? short(row.temperature) : ''),
    h('td', { class: 'muted' }, row.move));
