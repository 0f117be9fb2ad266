'use client';

import { useState, type ReactElement } from 'react';
import type { AuthProvider } from '../../auth/SessionPort.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import { safeAddress } from '../../protocol/safeAddress.ts';
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
  /** Whether a form follows. */
  readonly isFirst: boolean;
}

/** Renders the sign-in methods without a form: other services, and a passkey. Renders nothing if there are none. */
export function AlternativeMethods({
  providers,
  aside,
  onProvider,
  onPasskey,
  isFirst,
}: OtherWaysProps): ReactElement | null {
  const slot = useSlot();
  const { providers: texts } = useMessages();
  if (providers.length === 0 && !onPasskey) return null;
  const isPending = (which: string): boolean =>
    aside.which === which && aside.submission.status === 'submitting';
  // Many do not fit with whole sentences.
  const isDense = providers.length > 2;
  return (
    <>
      <div {...slot('methods', { dense: isDense })}>
        {providers.map(({ id, name, logoUrl }) => (
          <SecondaryButton key={id} as="method" pending={isPending(id)} onPress={() => onProvider(id)}>
            <Logo name={name} url={logoUrl} />
            <ProviderLabel
              label={isPending(id) ? texts.leaving : texts.continueWith}
              name={name}
              isShort={isDense}
            />
          </SecondaryButton>
        ))}
        {onPasskey ? (
          <SecondaryButton as="method" pending={isPending('passkey')} onPress={onPasskey} data-wide="">
            <KeyIcon width="18" height="18" />
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

/** Renders the whole sentence for screen readers, and only the name where space is limited. */
function ProviderLabel({
  label,
  name,
  isShort,
}: {
  readonly label: string;
  readonly name: string;
  readonly isShort: boolean;
}): ReactElement {
  const slot = useSlot();
  if (!isShort) return <span>{formatMessage(label, { provider: name })}</span>;
  const [before, after] = label.split('{provider}');
  return (
    <span>
      <span {...slot('visually-hidden')}>{before}</span>
      {name}
      <span {...slot('visually-hidden')}>{after}</span>
    </span>
  );
}

/** The service's own picture, else its initial. */
function Logo({ name, url }: { readonly name: string; readonly url: string | undefined }): ReactElement {
  const slot = useSlot();
  const [isMissing, setIsMissing] = useState(false);
  const address = safeAddress('picture', url);
  return address === undefined || isMissing ? (
    <span {...slot('method-initial')} aria-hidden="true">
      {name.slice(0, 1)}
    </span>
  ) : (
    <img
      {...slot('method-logo')}
      src={address}
      alt=""
      width="18"
      height="18"
      onError={() => setIsMissing(true)}
    />
  );
}
