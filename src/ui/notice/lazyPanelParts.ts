'use client';

import { createLazy, type UseLazy } from '../../react/createLazy.ts';
import type * as panelParts from './panelParts.ts';

/** Loads what panels and dialogs have beside their sentences, as `useNoticeParts` does. */
export const usePanelParts: UseLazy<typeof panelParts> = /* @__PURE__ */ createLazy(
  () => import('./panelParts.ts'),
);
