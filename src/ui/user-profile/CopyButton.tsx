'use client';

import { useState, type ReactElement } from 'react';
import { useKit } from '../../react/KitContext.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { CheckIcon, CopyIcon } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';

export interface CopyButtonProps {
  readonly text: string;
  /** The accessible name: what the button copies. */
  readonly label: string;
}

/** Copies a text to the clipboard, and shows whether that worked. */
export function CopyButton({ text, label }: CopyButtonProps): ReactElement {
  const slot = useSlot();
  const { announcer } = useKit();
  const { copy, copied, notCopied } = useUserProfileMessages().security;
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none');

  async function press(): Promise<void> {
    const isCopied = await copyText(text);
    setOutcome(isCopied ? 'copied' : 'failed');
    announcer.announce(isCopied ? copied : notCopied, 'polite');
  }

  return (
    <>
      <button {...slot('button')} type="button" aria-label={label} onClick={() => void press()}>
        {outcome === 'copied' ? (
          <CheckIcon width="1rem" height="1rem" />
        ) : (
          <CopyIcon width="1rem" height="1rem" />
        )}
        {outcome === 'copied' ? copied : copy}
      </button>
      {outcome === 'failed' ? <span {...slot('field-hint')}>{notCopied}</span> : null}
    </>
  );
}

/**
 * Resolves to whether the text was copied. The clipboard is missing on insecure pages, and permission can be denied.
 */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
