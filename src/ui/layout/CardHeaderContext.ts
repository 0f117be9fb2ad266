'use client';

import { createContext, type Context } from 'react';

/** The title and the text of a card, for the announcement of a step. */
export interface CardHeaderTexts {
  readonly title?: string | undefined;
  readonly text?: string | undefined;
}

/** Receives the texts of the current card, even if the application renders its own heading. */
export const CardHeaderContext: Context<((texts: CardHeaderTexts) => void) | undefined> = createContext<
  ((texts: CardHeaderTexts) => void) | undefined
>(undefined);
