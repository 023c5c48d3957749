import './styles.css';
import { fill, h } from './ui/dom';
import { startTheme } from './ui/theme';
import { jobList } from './views/jobList';
import { jobView } from './views/jobView';
import type { Frame, LinkState, View } from './views/view';

const linkText: Record<LinkState, string> = { live: 'Live', ended: '', lost: 'Connection lost, trying again', idle: '' };
const content = document.querySelector<HTMLElement>('#content')!;
const crumbs = document.querySelector<HTMLElement>('#crumbs')!;
const link = document.querySelector<HTMLElement>('#link-state')!;
let view: View | undefined;

const frame: Frame = {
  crumb: (text) => {
    document.title = text ? `${text} · TuneSearch` : 'TuneSearch';
    fill(crumbs, ...(text ? [h('a', { href: '#/' }, 'Jobs'), h('span', { 'aria-hidden': 'true' }, '/'), h('span', { 'aria-current': 'page' }, text)] : []));
  },
  link: (state) => {
    link.className = `link-state ${state}`;
    fill(link, linkText[state]);
  },
};

const open = (): void => {
  view?.leave();
  const job = /^#\/jobs\/([^/]+)$/.exec(location.hash)?.[1];
  view = job ? jobView(decodeURIComponent(job), frame) : jobList(frame);
  fill(content, view.element);
};

startTheme(document.querySelector<HTMLButtonElement>('#theme')!);
addEventListener('hashchange', open);
open();
