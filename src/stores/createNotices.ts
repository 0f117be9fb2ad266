import { createStore, type ReadableStore } from './createStore.ts';

/** The state that the notices of a page share. */
export interface Notices {
  /** The ids of the mounted banners. The first one is shown. */
  readonly banners: readonly string[];
  /** When the user last dismissed the notices, by the monotonic clock. */
  readonly dismissedAt: number;
}

export interface NoticeStore extends ReadableStore<Notices> {
  /** Registers a banner until the returned function is called. */
  readonly addBanner: (id: string) => () => void;
  /** Dismisses every notice of a maintenance that ended before `now`. */
  readonly dismiss: (now: number) => void;
}

export const noNotices: Notices = { banners: [], dismissedAt: -Infinity };

export function createNotices(): NoticeStore {
  const { getSnapshot, subscribe, set } = createStore(noNotices);
  return {
    getSnapshot,
    subscribe,
    addBanner(id) {
      set({ ...getSnapshot(), banners: [...getSnapshot().banners, id] });
      return () => set({ ...getSnapshot(), banners: getSnapshot().banners.filter((other) => other !== id) });
    },
    dismiss(now) {
      set({ ...getSnapshot(), dismissedAt: now });
    },
  };
}
