import type { ApiError } from '../api/client';
import type { JobStatus, Verdict } from '../api/types';
import { hasToken, setToken } from '../api/client';
import { h } from '../ui/dom';

const statusText: Record<JobStatus, string> = { queued: 'Queued', running: 'Running', paused: 'Paused', done: 'Done', cancelled: 'Cancelled', failed: 'Failed' };
const verdictText: Record<Verdict, string> = { improved: 'Improved', baseline: 'Keep the baseline', unverified: 'Unverified' };

export const statusPill = (status: JobStatus): HTMLElement => h('span', { class: `pill ${status}` }, statusText[status]);
export const verdictPill = (verdict: Verdict): HTMLElement => h('span', { class: `pill ${verdict}` }, verdictText[verdict]);

export const tile = (label: string, value: string | Node, note?: string | Node): HTMLElement =>
  h('div', { class: 'tile' }, h('dt', {}, label), h('dd', {}, value, note ? h('small', {}, note) : undefined));

export const meter = (done: number, planned: number, label: string): HTMLElement =>
  h('div', { class: 'meter', role: 'progressbar', 'aria-valuemin': 0, 'aria-valuemax': planned, 'aria-valuenow': done, 'aria-label': label },
    h('span', { style: `width:${planned > 0 ? Math.min(100, (100 * done) / planned) : 0}%` }));

/** A cell that brings its column's name along, for pages too narrow for columns. */
export const cell = (column: string, classes: string, ...children: (Node | string | undefined)[]): HTMLElement =>
  h('td', { 'data-column': column, class: classes.trim() || undefined }, ...children);

export const card = (title: string, note: string | undefined, ...children: (Node | undefined)[]): HTMLElement =>
  h('section', { class: 'card' }, h('h2', {}, title), note ? h('p', { class: 'note' }, note) : undefined, ...children);

/** What went wrong, with the way out; a missing token can be given on the spot. */
export const failure = (error: ApiError | Error): HTMLElement => {
  if ('status' in error && error.status === 401) {
    return tokenCard();
  }
  const problems = 'problems' in error ? error.problems : [];
  return h('section', { class: 'card failure', role: 'alert' },
    h('h2', {}, 'That did not work'),
    ...(problems.length > 0 ? problems.map((problem) => h('p', {}, `${problem.where}: ${problem.message}. ${problem.remedy}.`)) : [h('p', {}, error.message)]));
};

/** The daemon's own words are for programs: they speak of headers. */
const tokenCard = (): HTMLElement =>
  h('section', { class: 'card failure', role: 'alert' },
    h('h2', {}, hasToken() ? 'That is not the token of this daemon' : 'This daemon asks for a token'),
    h('p', {}, 'Whoever started it has set one; ask them for it, and paste it here.'),
    tokenForm());

const tokenForm = (): HTMLElement => {
  const field = h('input', { type: 'password', autocomplete: 'off', required: true, 'aria-label': 'Token' });
  const submit = (event: Event): void => {
    event.preventDefault();
    setToken(field.value);
    location.reload();
  };
  return h('form', { class: 'token', onsubmit: submit }, field, h('button', { type: 'submit' }, 'Use it'), h('small', {}, 'It is kept until this tab is closed.'));
};
