'use client';

import type { ReactElement } from 'react';
import { formatMessage } from '../../messages/formatMessage.ts';
import { useKit } from '../../react/KitContext.ts';

export interface ShortDateProps {
  /** The sentence, with the placeholder `{date}`. */
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** A date in a sentence, in the user's language and time zone. Renders a `<time>`. */
export function ShortDate({ text, at }: ShortDateProps): ReactElement {
  const { locale } = useKit();
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(at);
  return (
    <time dateTime={new Date(at).toISOString()} suppressHydrationWarning>
      {formatMessage(text, { date })}
    </time>
  );
}
