'use client';

import { useCallback, useRef, useState } from 'react';
import { requireOperation } from '../../auth/requireOperation.ts';
import type { EmailAddress } from '../../auth/UserPort.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import { useAdapter } from '../../react/useAdapter.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { useLoaded, type QueryResult } from '../../react/useLoaded.ts';
import { useSubmission, type Submission } from '../../react/useSubmission.ts';
import { useSaved, type Savings } from '../settings-page/useSaved.ts';

/** The current step. */
export type EmailStep =
  | { readonly name: 'list' }
  | { readonly name: 'adding' }
  | {
      readonly name: 'verifying';
      readonly address: EmailAddress;
      /** Whether the code that verifies the address was sent. */
      readonly code: 'sending' | 'sent' | 'not-sent';
    };

/** Operations that the adapter doesn't have are absent. Confirms changes at the id of the address, and removals at `list`. */
export interface EmailAddresses extends Savings {
  readonly addresses: QueryResult<readonly EmailAddress[]>;
  readonly step: EmailStep;
  /** The state of the step's form. */
  readonly submission: Submission;
  readonly startAdding?: (() => void) | undefined;
  /** Adds an address and, if it can be verified, shows the form for its code. */
  readonly add: (email: string) => Promise<void>;
  /** Shows the form for the code that was sent to an address. */
  readonly startVerifying: (address: EmailAddress) => void;
  readonly verify: (code: string) => Promise<void>;
  /** Returns to the list. */
  readonly cancel: () => void;
  /** The following are for guarded buttons. */
  readonly requestCode?: ((address: EmailAddress) => Promise<void>) | undefined;
  readonly makePrimary?: ((address: EmailAddress) => Promise<void>) | undefined;
  readonly remove?: ((address: EmailAddress) => Promise<void>) | undefined;
}

const list: EmailStep = { name: 'list' };

/**
 * Loads and changes the user's email addresses, for your own page.
 *
 * @throws {KitError} MK501 without a provider, MK502 without an adapter, MK506 if the adapter has no
 *   `loadEmailAddresses`.
 */
export function useEmailAddresses(): EmailAddresses {
  const { confirm, ...savings } = useSaved();
  const { adapter, session } = useAdapter();
  const api = adapter.baseUrl;
  const texts = useUserProfileMessages().emailAddresses;
  const load = useCallback(
    () => requireOperation(adapter, 'loadEmailAddresses', 'useEmailAddresses')(),
    [adapter],
  );
  const addresses = useLoaded(load, { api });
  const [step, setStep] = useState(list);

  async function settle(said: string, { id, email }: EmailAddress, at: string = id): Promise<void> {
    await addresses.reload();
    confirm(formatMessage(said, { email }), at);
  }

  async function requestCode({ id }: EmailAddress): Promise<void> {
    await requireOperation(adapter, 'requestEmailAddressCode', 'useEmailAddresses')({ id });
  }
  const sending = useSubmission(requestCode, { api });

  const added = useRef<EmailAddress>(undefined);
  const adding = useSubmission(
    async (email: string) => {
      added.current = await requireOperation(adapter, 'addEmailAddress', 'useEmailAddresses')({ email });
      await settle(texts.added, added.current);
    },
    { api },
  );

  const verifying = useSubmission(
    async ({ address, code }: { readonly address: EmailAddress; readonly code: string }) => {
      await requireOperation(adapter, 'verifyEmailAddress', 'useEmailAddresses')({ id: address.id, code });
      await settle(texts.verified, address);
    },
    { api },
  );

  function go(next: EmailStep): void {
    adding.reset();
    verifying.reset();
    setStep(next);
  }

  function start(next: EmailStep): void {
    savings.clearSaved();
    go(next);
  }

  const canVerify = adapter.requestEmailAddressCode && adapter.verifyEmailAddress;
  return {
    ...savings,
    addresses,
    step,
    submission: step.name === 'adding' ? adding.submission : verifying.submission,
    startAdding: adapter.addEmailAddress && (() => start({ name: 'adding' })),
    async add(email) {
      if (!(await adding.submit(email))) return;
      const address = added.current;
      if (!address || address.isVerified || !canVerify) {
        go(list);
        return;
      }
      go({ name: 'verifying', address, code: 'sending' });
      const code = (await sending.submit(address)) ? 'sent' : 'not-sent';
      setStep((current) => (current.name === 'verifying' ? { ...current, code } : current));
    },
    startVerifying: (address) => start({ name: 'verifying', address, code: 'sent' }),
    async verify(code) {
      if (step.name === 'verifying' && (await verifying.submit({ address: step.address, code }))) go(list);
    },
    cancel: () => go(list),
    requestCode: canVerify && requestCode,
    makePrimary:
      adapter.setPrimaryEmailAddress &&
      (async (address) => {
        await requireOperation(adapter, 'setPrimaryEmailAddress', 'useEmailAddresses')({ id: address.id });
        await Promise.all([settle(texts.madePrimary, address), session.reload()]);
      }),
    remove:
      adapter.removeEmailAddress &&
      (async (address) => {
        await requireOperation(adapter, 'removeEmailAddress', 'useEmailAddresses')({ id: address.id });
        await settle(texts.removed, address, 'list');
      }),
  };
}
