import type { Series } from '../measure/interleave.ts';
import { changes } from './changes.ts';

/** Each is loaded alone, on a page of its own: some peers change what all code shares. */
const benchmarks: Readonly<Record<string, (rounds: number) => Promise<Series>>> = {
  requests: async (rounds) => (await import('../measure/requests.ts')).measureRequests(rounds),
  keystrokes: async (rounds) => (await import('./keystrokes.tsx')).measureKeystrokes(rounds),
  banner: async (rounds) => (await import('./banner.tsx')).measureBanner(rounds),
  memory: async (rounds) => (await import('./memory.tsx')).repeat(rounds),
};

Object.assign(globalThis, { benchmarks, changes });
