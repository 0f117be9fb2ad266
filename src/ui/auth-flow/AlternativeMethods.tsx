'use client';

import type { ReactElement } from 'react';
import type { AuthProvider } from '../../auth/SessionPort.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import { createLazy } from '../../react/createLazy.ts';
import { signInInEnglish } from '../../messages/signIn.ts';
import { useMessages } from '../../react/KitContext.ts';
import type { AsideSubmission } from './useAuthFlow.ts';
import { SecondaryButton } from '../action/SecondaryButton.tsx';
import { KeyIcon } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';

export interface OtherWaysProps {
  readonly providers: readonly AuthProvider[];
  readonly aside: AsideSubmission;
  readonly onProvider: (provider: string) => void;
  /** Absent without passkeys. */
  readonly onPasskey?: (() => void) | undefined;
  /** Whether the methods come first in the card, with a form below them. */
  readonly isFirst: boolean;
}

const useProviderMark = createLazy(async () => (await import('../layout/ProviderMark.tsx')).ProviderMark);

/** Renders the sign-in methods that have no form: providers and a passkey. Renders nothing without any. */
export function AlternativeMethods({
  providers,
  aside,
  onProvider,
  onPasskey,
  isFirst,
}: OtherWaysProps): ReactElement | null {
  const slot = useSlot();
  const { providers: texts } = useMessages(signInInEnglish);
  if (providers.length === 0 && !onPasskey) return null;
  const isPending = (which: string): boolean =>
    aside.which === which && aside.submission.status === 'submitting';
  // Three or more providers share rows and show only their names.
  const isDense = providers.length > 2;
  return (
    <>
      <div {...slot('methods')}>
        {providers.length === 0 ? null : (
          <div {...slot('providers', { dense: isDense })}>
            {providers.map((provider) => {
              const label = formatMessage(isPending(provider.id) ? texts.leaving : texts.continueWith, {
                provider: provider.name,
              });
              return (
                <SecondaryButton
                  key={provider.id}
                  as="method"
                  aria-label={label}
                  pending={isPending(provider.id)}
                  onPress={() => onProvider(provider.id)}
                >
                  <LazyMark {...provider} />
                  <span>{isDense ? provider.name : label}</span>
                </SecondaryButton>
              );
            })}
          </div>
        )}
        {onPasskey ? (
          <SecondaryButton as="method" pending={isPending('passkey')} onPress={onPasskey}>
            <KeyIcon width="1.125rem" height="1.125rem" />
            {isPending('passkey') ? texts.askingForPasskey : texts.passkey}
          </SecondaryButton>
        ) : null}
      </div>
      {isFirst ? (
        <div {...slot('divider')}>
          <span>{texts.or}</span>
        </div>
      ) : null}
    </>
  );
}

/** Reserves the space of a mark until the marks are loaded. */
function LazyMark(provider: AuthProvider): ReactElement {
  const slot = useSlot();
  const mark = useProviderMark();
  if (mark.status !== 'loaded') return <span {...slot('provider-mark')} />;
  const Mark = mark.value;
  return <Mark {...provider} />;
}
