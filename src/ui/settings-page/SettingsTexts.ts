'use client';

import { createContext, useContext, type Context } from 'react';
import type { TextsOf } from '../../messages/formatMessage.ts';
import { settingsPageInEnglish } from '../../messages/settingsPage.ts';

export type SettingsTexts = TextsOf<typeof settingsPageInEnglish>;

/** The texts that the sections of a page share. They come from the messages of that page. */
export const SettingsTextsContext: Context<SettingsTexts> =
  createContext<SettingsTexts>(settingsPageInEnglish);

export function useSettingsTexts(): SettingsTexts {
  return useContext(SettingsTextsContext);
}
