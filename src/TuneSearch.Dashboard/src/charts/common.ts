import { palette } from '../ui/theme';

export const font = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

/** What all charts share: quiet grids, readable text, tooltips in the page's colours. */
export const base = () => {
  const colours = palette();
  return {
    textStyle: { fontFamily: font, color: colours.text },
    tooltip: {
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.text, fontSize: 12 },
      confine: true,
      extraCssText: 'box-shadow:0 4px 16px #0003;max-width:26rem;white-space:normal',
    },
  };
};

export const axis = (name: string, format: (value: number) => string) => {
  const colours = palette();
  return {
    name,
    nameTextStyle: { color: colours.muted, fontSize: 12 },
    axisLabel: { color: colours.muted, fontSize: 11, formatter: format, hideOverlap: true },
    axisLine: { lineStyle: { color: colours.line } },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: colours.line, opacity: 0.6 } },
  };
};

export const legend = (data: string[]) => {
  const colours = palette();
  return {
    data,
    top: 0,
    right: 8,
    icon: 'roundRect',
    itemWidth: 12,
    itemHeight: 8,
    itemGap: 14,
    textStyle: { color: colours.muted, fontSize: 12 },
    inactiveColor: colours.line,
  };
};

/** Text of others (reasons, names) inside a tooltip's markup. */
export const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

/** The grid's edges hold the labels of the axes as well. */
export const withLabels = { outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' } as const;
