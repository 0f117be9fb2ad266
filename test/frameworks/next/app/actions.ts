'use server';

import { isMaintenanceError, parseMaintenanceNotice } from 'maintenance-kit/protocol';
import { askService } from './service';

/** Throws `SystemUnderMaintenanceError`, of which the browser receives the digest. */
export async function saveOrThrow(text: string): Promise<string> {
  await askService('/notes', { method: 'POST', body: text });
  return text;
}

/** Returns the notice, so that its text and `Retry-After` reach the browser. */
export async function saveOrReturn(text: string) {
  try {
    return { saved: await saveOrThrow(text) };
  } catch (error) {
    if (!isMaintenanceError(error)) throw error;
    return { error: parseMaintenanceNotice(error) };
  }
}
