import { describe, expect, it } from 'vitest';
import type { Parameter, TrialRow } from '../src/api/types';
import { importance, phases, unitOf, upsert } from '../src/model/search';

const parameter = (over: Partial<Parameter>): Parameter => ({ name: 'p', scope: 'custom', domain: '', default: 0, log: false, frozen: false, updateMode: 'client', ...over });
const row = (trial: number, value: number | string, objective?: number, purpose: TrialRow['purpose'] = 'search'): TrialRow => ({
  trial, purpose, configuration: { p: value }, outcome: 'measured', walker: 0, move: '', temperature: 0, attempt: 0, withinLimits: true, metrics: {}, telemetry: {}, profiles: {}, episodes: 1, restarts: 0, seconds: 1, version: trial, atSeconds: trial, objective,
});

describe('unitOf', () => {
  it('goes by ratio on a logarithmic range', () => expect(unitOf(parameter({ low: 1, high: 10000, log: true }), 100)).toBeCloseTo(0.5));
  it('takes equal steps on a list', () => expect(unitOf(parameter({ values: ['none', 'lz4', 'zstd'] }), 'lz4')).toBe(0.5));
  it('keeps special values beside the range on it', () => expect(unitOf(parameter({ low: 0, high: 10 }), -1)).toBe(0));
});

describe('importance', () => {
  const flags = parameter({ values: [0, 1] });
  it('is whole where the value decides', () => expect(importance(flags, Array.from({ length: 20 }, (_, at) => row(at, at % 2, at % 2)))).toBe(1));
  it('is nothing where it does not', () => expect(importance(flags, Array.from({ length: 20 }, (_, at) => row(at, at % 2, Math.floor(at / 2) % 2)))).toBe(0));
  it('is nothing for a handful of trials', () => expect(importance(flags, [row(1, 0, 0), row(2, 1, 1), row(3, 0, 0)])).toBe(0));
});

it('phases are the runs of equal purposes', () => {
  expect(phases([row(1, 0, 1, 'calibration'), row(2, 0, 1, 'calibration'), row(3, 0, 1)])).toEqual([
    { name: 'calibration', from: 1, to: 2 },
    { name: 'search', from: 3, to: 3 },
  ]);
});

it('a row that is known keeps its place', () => {
  const rows = upsert(upsert([], row(1, 0)), row(2, 0));
  expect(upsert(rows, row(1, 0, 5)).map((one) => [one.trial, one.objective])).toEqual([[1, 5], [2, undefined]]);
});
