'use client';

import { createLazy, type UseLazy } from '../../react/createLazy.ts';
import type * as noticeParts from './noticeParts.ts';

/**
 * Loads what a floating notice has beside its sentences: the icon, the times, the buttons, and its place above other
 * layers. A notice loads it when the page is idle, since a release in the maintenance may remove the file. Without it,
 * the sentences remain.
 */
export const useNoticeParts: UseLazy<typeof noticeParts> = /* @__PURE__ */ createLazy(
  () => import('./noticeParts.ts'),
);
