import { measureHostileValues, measureSubscribers } from './monitor.ts';
import type { Series } from './interleave.ts';
import { measureRequests } from './requests.ts';

/** The benchmarks that run in Node: `node node.js requests 100` prints their series as JSON. */
const benchmarks: Readonly<Record<string, (rounds: number) => Promise<Series>>> = {
  hostileValues: measureHostileValues,
  requests: measureRequests,
  subscribers: measureSubscribers,
};

const [, , name = '', rounds] = process.argv;
const series = await benchmarks[name]?.(Number(rounds));
process.stdout.write(JSON.stringify(series));
