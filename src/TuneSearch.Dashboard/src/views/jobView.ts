import { ApiError, showSpace, watchJob } from '../api/client';
import { fill, h } from '../ui/dom';
import { upsert, type JobModel } from '../model/search';
import { failure } from './pieces';
import { jobPage } from './jobPage';
import type { Frame, View } from './view';

/** Parts of the page are drawn at most this often while trials pour in. */
const drawMs = 120;

/** One job, live. */
export const jobView = (id: string, frame: Frame): View => {
  const element = h('div', { class: 'page' });
  const page = jobPage(id, (error) => page.element.prepend(failure(error)));
  const model: Partial<JobModel> & Pick<JobModel, 'trials' | 'progress' | 'space'> = { trials: [], progress: [], space: [] };
  let timer = 0;
  const draw = (): void => {
    timer ||= window.setTimeout(() => {
      timer = 0;
      if (model.detail) {
        page.show(model as JobModel);
      }
    }, drawMs);
  };
  frame.crumb(id);
  fill(element, page.element);
  void showSpace(id).then((space) => {
    model.space = space;
    draw();
  }).catch(() => undefined);
  const stop = watchJob(id, {
    trial: (row) => {
      model.trials = upsert(model.trials, row);
    },
    progress: (point) => model.progress.push(point),
    job: (detail) => {
      model.detail = detail;
      draw();
    },
    state: frame.link,
    failed: (error: ApiError) => {
      frame.link('idle');
      fill(element, failure(error));
    },
  });
  return {
    element,
    leave: () => {
      stop();
      clearTimeout(timer);
      page.dispose();
      frame.link('idle');
    },
  };
};
