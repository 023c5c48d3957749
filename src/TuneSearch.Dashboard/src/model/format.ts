/** Numbers as people read them; pure. */

const prefixes: [number, string][] = [
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
];

const digits = (value: number, significant: number): string => {
  const text = Number(value.toPrecision(significant)).toString();
  return text.includes('e') ? value.toPrecision(significant) : text;
};

/** Three significant digits, large numbers with a metric prefix: 1 234 567 is «1.23 M». Small ones have none: a bare m would be minutes. */
export const short = (value: number | undefined, significant = 3): string => {
  if (value === undefined || !Number.isFinite(value)) {
    return '–';
  }
  if (value === 0) {
    return '0';
  }
  const magnitude = Math.abs(value);
  const [factor, prefix] = prefixes.find(([limit]) => magnitude >= limit * 0.9995) ?? [1, ''];
  const number = digits(value / factor, significant);
  return prefix ? `${number} ${prefix}` : number;
};

/** Seconds in the unit that suits them: «340 µs», «12.5 ms», «1.2 s». */
export const seconds = (value: number | undefined): string => {
  if (value === undefined || !Number.isFinite(value)) {
    return '–';
  }
  const [factor, unit] = Math.abs(value) >= 0.9995 || value === 0 ? [1, 's'] : Math.abs(value) >= 0.9995e-3 ? [1e-3, 'ms'] : [1e-6, 'µs'];
  return `${digits(value / (factor as number), 3)} ${unit}`;
};

/** What was seen of brokers and clients, by the unit that its name tells (docs/kafka.md, docs/measurement.md). */
export const seen = (name: string, value: number | undefined): string => {
  const [whole] = name.split('{');
  if (/(_seconds|_latency_\w+|_lag_p99|_pause_max)$/.test(whole!)) {
    return seconds(value);
  }
  return /_(ratio|share|utilisation)$/.test(whole!) && value !== undefined ? `${digits(100 * value, 3)} %` : short(value);
};

/** A share with its sign: 0.123 is «+12.3 %». */
export const percent = (share: number | undefined, fraction = 1): string => {
  if (share === undefined || !Number.isFinite(share)) {
    return '–';
  }
  const text = Math.abs(share * 100).toFixed(fraction);
  const sign = Number(text) === 0 ? '' : share < 0 ? '−' : '+';
  return `${sign}${text} %`;
};

/** A bound without a sign, to two decimals: 0.02 is «2 %». Rounded up, so that no more is promised than was shown. */
export const bound = (share: number): string => `${Math.ceil(Number((share * 1e4).toPrecision(12))) / 100} %`;

/** «+8.1 % to +16.4 %»; empty where there is no interval. */
export const interval = (low: number | undefined, high: number | undefined): string =>
  low === undefined || high === undefined ? '' : `${percent(low)} to ${percent(high)}`;

/** «1 h 02 min», «3 min 20 s», «4.2 s». */
export const duration = (seconds: number | undefined): string => {
  if (seconds === undefined || !Number.isFinite(seconds)) {
    return '–';
  }
  if (seconds < 10) {
    return `${seconds.toFixed(1)} s`;
  }
  const whole = Math.round(seconds);
  if (whole < 60) {
    return `${whole} s`;
  }
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes} min ${pad(whole % 60)} s` : `${Math.floor(minutes / 60)} h ${pad(minutes % 60)} min`;
};

const pad = (value: number): string => value.toString().padStart(2, '0');

/** A setting's value with thin spaces between thousands. */
export const settingValue = (value: number | string | boolean | undefined): string => {
  if (typeof value !== 'number') {
    return value === undefined ? '(inactive)' : String(value);
  }
  if (!Number.isInteger(value)) {
    return digits(value, 4);
  }
  return Math.abs(value) < 10_000 ? String(value) : value.toString().replace(/\B(?=(\d{3})+$)/g, '\u202f');
};

/** Bytes by powers of 1024, as memory is bought: «1.89 GiB». */
export const binaryBytes = (bytes: number): string => {
  const power = Math.min(4, Math.max(0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)));
  return `${digits(bytes / 1024 ** power, 3)} ${['B', 'KiB', 'MiB', 'GiB', 'TiB'][power]}`;
};

/** Bounds that lie on round ticks around the values, with the distance of the ticks. */
export const niceBounds = (low: number, high: number, ticks = 5): { low: number; high: number; step: number } => {
  const range = high - low || Math.abs(high) || 1;
  const rough = range / ticks;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  return { low: Math.floor(low / step) * step, high: Math.ceil(high / step) * step, step };
};

/** Where changes lie on a chart: `place` from a change to the axis, `ticks` as changes, from the lowest to the highest. */
export interface GainScale {
  place(change: number): number;
  ticks: number[];
  digits: number;
}

/** Beyond so many margins a linear axis would hide the margin itself, which is what a gate is about. */
const marginsOnALinearAxis = 40;

/** Linear while the margin can be seen on it; else linear about zero and logarithmic far out, so that a loss of 2 % shows beside a gain of 500 %. */
export const gainScale = (low: number, high: number, margin: number): GainScale => {
  if (high - low <= marginsOnALinearAxis * margin || margin <= 0) {
    const bounds = niceBounds(low, high, 6);
    const count = Math.round((bounds.high - bounds.low) / bounds.step);
    return { place: (change) => change, ticks: Array.from({ length: count + 1 }, (_, at) => bounds.low + at * bounds.step), digits: bounds.step < 0.01 ? 1 : 0 };
  }
  const steps = Array.from({ length: 8 }, (_, power) => [1, 5].map((factor) => factor * margin * 10 ** power)).flat();
  const upTo = (end: number) => steps.slice(0, steps.findIndex((step) => step >= end) + 1);
  const ticks = [...(low < 0 ? upTo(-low).map((step) => -step).reverse() : []), 0, ...(high > 0 ? upTo(high) : [])];
  return { place: (change) => Math.asinh(change / margin), ticks, digits: margin < 0.01 ? 1 : 0 };
};
