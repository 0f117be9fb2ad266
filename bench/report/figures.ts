import type { Series } from '../measure/interleave.ts';

/** One line of the table. A line without a goal is there to compare. */
export interface Row {
  readonly what: string;
  readonly result: string;
  readonly goal?: string;
  readonly isMet?: boolean;
}

export function medianOf(values: readonly number[] = []): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (low + high) / 2;
}

/** Returns the median of one subject as a multiple of another one's. */
export function ratioOf(series: Series, subject: string, basis: string): number {
  return medianOf(series[subject]) / medianOf(series[basis]);
}

export function round(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 2, useGrouping: true });
}
