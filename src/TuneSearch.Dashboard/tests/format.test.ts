import { describe, expect, it } from 'vitest';
import { binaryBytes, bound, duration, gainScale, interval, niceBounds, percent, seconds, seen, settingValue, short } from '../src/model/format';

describe('short', () => {
  it.each([[0, '0'], [1234567, '1.23 M'], [999.9, '1 k'], [0.0123456, '0.0123'], [0.00000042, '4.20e-7'], [-4200, '-4.2 k'], [undefined, '–'], [Number.NaN, '–']])('%s is %s', (value, text) => {
    expect(short(value)).toBe(text);
  });
});

it.each([[0, '0 s'], [1.234, '1.23 s'], [0.0227, '22.7 ms'], [0.00034, '340 µs'], [0.9999, '1 s'], [undefined, '–']])('%s in seconds are %s', (value, text) => {
  expect(seconds(value)).toBe(text);
});

it.each([
  ['broker_gc_pause_seconds', 0.023, '23 ms'], ['gc_pause_max{broker="2"}', 0.0004, '400 µs'], ['generator_lag_p99', 0.002, '2 ms'], ['publish_latency_p99', 1.5, '1.5 s'],
  ['broker_cpu_share', 0.784, '78.4 %'], ['gc_pause_ratio', 0.0012, '0.12 %'], ['broker_disk_utilisation', undefined, '–'],
  ['broker_processors', 0.9, '0.9'], ['producer_requests_per_second', 2400, '2.4 k'],
])('%s of %s is %s', (name, value, text) => {
  expect(seen(name, value)).toBe(text);
});

describe('percent', () => {
  it.each([[0.1234, '+12.3 %'], [-0.02, '−2.0 %'], [0.0001, '0.0 %'], [undefined, '–']])('%s is %s', (value, text) => {
    expect(percent(value)).toBe(text);
  });
});

it.each([[0.02, '2 %'], [0.014, '1.4 %'], [0.004, '0.4 %'], [0.07, '7 %'], [0.01234, '1.24 %'], [0.00001, '0.01 %'], [0, '0 %'], [1, '100 %']])('the bound %s is %s, never less than it is', (share, text) => {
  expect(bound(share)).toBe(text);
});

it('an interval without bounds is empty', () => {
  expect(interval(undefined, 0.1)).toBe('');
  expect(interval(0.08, 0.16)).toBe('+8.0 % to +16.0 %');
});

it.each([[4.23, '4.2 s'], [59.6, '1 min 00 s'], [200, '3 min 20 s'], [3720, '1 h 02 min']])('%s seconds are %s', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});

it('settings keep every digit, with thin spaces', () => {
  expect(settingValue(1048576)).toBe('1\u202f048\u202f576');
  expect(settingValue(9092)).toBe('9092');
  expect(settingValue(true)).toBe('true');
  expect(settingValue(undefined)).toBe('(inactive)');
});

it('bytes go by powers of 1024', () => expect(binaryBytes(2029721622)).toBe('1.89 GiB'));

it('bounds lie on round ticks around the values', () => {
  expect(niceBounds(-0.04, 4.2, 6)).toEqual({ low: -1, high: 5, step: 1 });
});

describe('gainScale', () => {
  it('is linear while the margin can be seen', () => {
    const scale = gainScale(-0.04, 0.2, 0.02);
    expect(scale.place(0.1)).toBe(0.1);
    expect(scale.ticks.map((tick) => percent(tick, scale.digits))).toEqual(['−5 %', '0 %', '+5 %', '+10 %', '+15 %', '+20 %']);
  });

  it('keeps a margin of 2 % apart from zero beside a gain of 440 %', () => {
    const scale = gainScale(-0.04, 4.4, 0.02);
    expect(scale.ticks.map((tick) => percent(tick, scale.digits))).toEqual(
      ['−10 %', '−2 %', '0 %', '+2 %', '+10 %', '+20 %', '+100 %', '+200 %', '+1000 %']);
    const width = scale.place(scale.ticks.at(-1)!) - scale.place(scale.ticks[0]!);
    expect((scale.place(0) - scale.place(-0.02)) / width).toBeGreaterThan(0.08);
  });
});
