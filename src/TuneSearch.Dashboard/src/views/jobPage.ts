import { Chart } from '../charts/chart';
import { describeEffect, effectOption, type EffectModel } from '../charts/effectChart';
import { describeForest, forestOption, type ForestModel, type ForestRow } from '../charts/forestChart';
import { describeParallel, parallelOption } from '../charts/parallelChart';
import { describeSearch, searchOption } from '../charts/searchChart';
import { describeTemperature, temperatureOption } from '../charts/temperatureChart';
import { measured, ranked, type JobModel } from '../model/search';
import { fill, h } from '../ui/dom';
import { changesCard } from './changes';
import { header } from './jobHeader';
import { card } from './pieces';
import { telemetryCard } from './telemetry';
import { trialsCard } from './trials';

const effects = 6;
const rowHeight = 30;

export interface JobPage {
  element: HTMLElement;
  show(model: JobModel): void;
  dispose(): void;
}

/** The parts of a job's page in their order; charts are made once and fed, the rest is drawn anew. */
export const jobPage = (id: string, fail: (error: Error) => void): JobPage => {
  const search = new Chart<JobModel>(360, searchOption, describeSearch);
  const temperature = new Chart<JobModel>(150, temperatureOption, describeTemperature);
  const parallel = new Chart<JobModel>(340, parallelOption, describeParallel);
  const forest = new Chart<ForestModel>(200, forestOption, describeForest);
  const small = Array.from({ length: effects }, () => ({ title: h('h3', {}), chart: new Chart<EffectModel>(170, effectOption, describeEffect) }));

  const top = h('div', {});
  const changes = h('div', {});
  const telemetry = h('div', {});
  const trials = h('div', {});
  const gateCard = card('What the gate saw', 'Change against the baseline by profile, positive is better, with its 95 % interval. The dashed line is the largest loss that was tolerated.', forest.element);
  const annealing = h('div', {}, h('h3', {}, 'Annealing'), temperature.element);
  const parallelCard = card('All settings at once', 'Each line is a trial, coloured from the worst to the best; the thick one is the best so far.', parallel.element);
  const effectsCard = card('Parameters that tell most', 'Share of the variance that each goes with; a first look, not a test. Dashed: baseline. Solid: best.',
    h('div', { class: 'effects' }, ...small.map((one) => h('div', {}, one.title, one.chart.element))));
  const searchCard = card('Search', "Every measured trial. The grey band is two standard deviations of the baseline's own trials, which see different episodes; the noise floor in the notes is that of one episode measured again, as the gate compares.", search.element, annealing);
  const element = h('div', { class: 'stack', hidden: true }, top, gateCard, changes, searchCard,
    parallelCard, effectsCard, telemetry, trials);
  top.classList.add('first');
  searchCard.classList.add('second');
  const all = [search, temperature, parallel, forest, ...small.map((one) => one.chart)];

  return {
    element,
    show: (model) => {
      element.hidden = false;
      fill(top, header(id, model, fail));
      const gates = gateRows(model);
      gateCard.hidden = gates.length === 0;
      if (gates.length > 0) {
        forest.resizeTo(40 + rowHeight * gates.length);
        forest.show({ rows: gates, margin: model.detail.maxRegression });
      }
      // While it runs the search is what people look at; afterwards it is what to change.
      element.classList.toggle('live', model.detail.answer === undefined);
      fill(changes, changesCard(model));
      search.show(model);
      annealing.hidden = !model.trials.some((row) => row.purpose === 'search');
      if (!annealing.hidden) {
        temperature.show(model);
      }
      const telling = ranked(model, effects);
      const enough = telling.length > 0 && measured(model.trials).length > 1;
      parallelCard.hidden = !enough;
      effectsCard.hidden = !enough;
      if (enough) {
        parallel.show(model);
        small.forEach((one, at) => showEffect(one, model, telling[at]));
      }
      fill(telemetry, telemetryCard(model));
      fill(trials, trialsCard(model));
    },
    dispose: () => all.forEach((chart) => chart.dispose()),
  };
};

const showEffect = (one: { title: HTMLElement; chart: Chart<EffectModel> }, model: JobModel, entry: ReturnType<typeof ranked>[number] | undefined): void => {
  one.title.parentElement!.hidden = entry === undefined;
  if (entry) {
    fill(one.title, entry.parameter.name, h('small', {}, ` ${Math.round(entry.share * 100)} %`));
    one.chart.show({ model, ...entry });
  }
};

/** The objective first, then every profile's metrics. */
const gateRows = ({ detail }: JobModel): ForestRow[] => {
  const answer = detail.answer;
  if (!answer || answer.verdict === 'unverified') {
    return [];
  }
  const profiles = Object.entries(answer.profiles).flatMap(([profile, metrics]) =>
    Object.entries(metrics).map(([metric, gain]) => ({ name: `${profile} · ${metric.replaceAll('_', ' ')}`, gain })));
  return answer.verdict === 'baseline' ? profiles : [{ name: 'objective', gain: answer.objective, strong: true }, ...profiles];
};
