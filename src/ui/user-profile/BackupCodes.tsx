'use client';

import type { ReactElement } from 'react';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { DownloadIcon } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { CopyButton } from './CopyButton.tsx';

export interface BackupCodesProps {
  readonly codes: readonly string[];
  /** Called when the user confirms that the codes are saved. They disappear then. */
  readonly onKept: () => void;
}

/**
 * Shows new backup codes once, with buttons that copy and download them. Takes the focus, so that screen readers read
 * them.
 */
export function BackupCodes({ codes, onKept }: BackupCodesProps): ReactElement {
  const slot = useSlot();
  const { security: texts } = useUserProfileMessages();
  const file = codes.join('\n');
  return (
    <div {...slot('page-form')}>
      <h4 {...slot('page-form-title', { autofocus: true })} tabIndex={-1}>
        {texts.newCodes}
      </h4>
      <p {...slot('page-form-text')}>{texts.newCodesText}</p>
      <ul {...slot('page-codes')} dir="ltr">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div {...slot('page-actions')}>
        <CopyButton text={file} label={texts.copyCodes} />
        <a
          {...slot('button')}
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${file}\n`)}`}
          download={texts.fileName}
        >
          <DownloadIcon width="1rem" height="1rem" />
          {texts.download}
        </a>
        <button {...slot('button', { tone: 'accent' })} type="button" onClick={onKept}>
          {texts.codesKept}
        </button>
      </div>
    </div>
  );
}
