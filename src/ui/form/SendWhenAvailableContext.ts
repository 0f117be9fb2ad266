'use client';

import { createContext, type Context } from 'react';

/** A form that can be submitted after maintenance. */
export interface DeferrableForm {
  /** Identifies the form's action while it is deferred. */
  readonly id: string;
  /** The name of the action: "Save profile details". */
  readonly label: string;
  /** True after the user presses the disabled button, or a maintenance rejects the form. */
  readonly isWanted: boolean;
  readonly want: () => void;
  readonly run: () => Promise<unknown>;
}

export const SendWhenAvailableContext: Context<DeferrableForm | undefined> = createContext<
  DeferrableForm | undefined
>(undefined);
