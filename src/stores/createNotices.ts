import { createStore, type ReadableStore } from './createStore.ts';

/** The state that the notices of a page share. */
export interface Notices {
  /** The ids of the mounted banners, in the order in which they mounted. */
  readonly banners: readonly string[];
  /** The ids of the mounted notices of forms and pages, in the same order. */
  readonly forms: readonly string[];
  /** The ids of the mounted panels that replace content while the service is unavailable, in the same order. */
  readonly panels: readonly string[];
  /** When the user last dismissed the notices, by the monotonic clock. */
  readonly dismissedAt: number;
}

export type NoticeKind = 'banners' | 'forms' | 'panels';

export interface NoticeStore extends ReadableStore<Notices> {
  /** Registers a notice until the returned function is called. */
  readonly add: (kind: NoticeKind, id: string) => () => void;
  /** Dismisses every notice of a maintenance that ended before `now`. */
  readonly dismiss: (now: number) => void;
}

export const noNotices: Notices = { banners: [], forms: [], panels: [], dismissedAt: -Infinity };

/**
 * Returns the id of the notice of a kind that the page shows: the first banner, or without a banner the form that mounted
 * last, because a form in a dialog is above the others. A panel replaces its form, so it is chosen apart.
 */
export function shownNoticeOf({ banners, forms, panels }: Notices, kind: NoticeKind): string | undefined {
  return banners[0] ?? (kind === 'panels' ? panels[0] : forms.at(-1));
}

export function createNotices(): NoticeStore {
  const { getSnapshot, subscribe, set } = createStore(noNotices);
  return {
    getSnapshot,
    subscribe,
    add(kind, id) {
      set({ ...getSnapshot(), [kind]: [...getSnapshot()[kind], id] });
      return () => set({ ...getSnapshot(), [kind]: getSnapshot()[kind].filter((other) => other !== id) });
    },
    dismiss(now) {
      set({ ...getSnapshot(), dismissedAt: now });
    },
  };
}
