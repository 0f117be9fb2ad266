/** The times of each subject in milliseconds, one for each round. */
export type Series = Readonly<Record<string, readonly number[]>>;

export interface InterleaveOptions {
  readonly rounds: number;
  /** Rounds before the measured ones, in which code is compiled and caches fill. */
  readonly warmUp: number;
}

/**
 * Runs every subject once in each round and returns what they measured. The order rotates, so that a slow moment of the
 * machine and the garbage of one subject meet all of them alike.
 */
export async function interleave(
  subjects: Readonly<Record<string, () => number | Promise<number>>>,
  { rounds, warmUp }: InterleaveOptions,
): Promise<Series> {
  const entries = Object.entries(subjects);
  const series = Object.fromEntries(entries.map(([name]) => [name, [] as number[]]));
  for (let round = -warmUp; round < rounds; round += 1) {
    const first = (round + warmUp) % entries.length;
    for (const [name, measure] of [...entries.slice(first), ...entries.slice(0, first)]) {
      const time = await measure();
      if (round >= 0) series[name]?.push(time);
    }
  }
  return series;
}
