'use client';

import { createContext, type Context, type RefObject } from 'react';

/** The title and the text of a card, for the announcement of a step. */
export interface CardHeaderTexts {
  readonly title?: string | undefined;
  readonly text?: string | undefined;
}

/** A card writes its words there, however the application draws them. */
export const CardHeaderContext: Context<RefObject<CardHeaderTexts> | undefined> = createContext<
  RefObject<CardHeaderTexts> | undefined
>(undefined);
