import { createLoader } from '../protocol/createLoader.ts';
import { loadReader } from '../protocol/lazyReader.ts';
import { plainEngine, type Engine } from './plainEngine.ts';

const engine = /* @__PURE__ */ createLoader<Engine>(() => import('./engine.ts'));

/** Returns the engine if its code is loaded. */
export const knownEngine = (): Engine | undefined => engine.known();

/**
 * Loads the engine, and the reader of notices with it. If the code can't be loaded, for example because a release
 * removed it, resolves to a plain engine, and the next call loads the code again. Never rejects.
 */
export async function loadEngine(): Promise<Engine> {
  const [loaded] = await Promise.all([engine.load().catch(() => plainEngine), loadReader()]);
  return loaded;
}
