'use client';

import type { ReactElement } from 'react';
import { formatMessage } from '../../messages/formatMessage.ts';
import { useKit } from '../../react/KitContext.ts';

export interface ShortDateProps {
  /** With `{date}`. */
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** A day, in a sentence, in the visitor's own language and time zone. Renders a `<time>`. */
export function ShortDate({ text, at }: ShortDateProps): ReactElement {
  const { locale } = useKit();
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(at);
  return (
    <time dateTime={new Date(at).toISOString()} suppressHydrationWarning>
      {formatMessage(text, { date })}
    </time>
  );
}
