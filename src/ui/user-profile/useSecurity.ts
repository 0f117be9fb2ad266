'use client';

import { useCallback, useState } from 'react';
import { requireOperation } from '../../auth/requireOperation.ts';
import type { PasswordChange, PasswordProof, UserDetails } from '../../auth/UserPort.ts';
import { useAdapter } from '../../react/useAdapter.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { useLoaded, type QueryResult } from '../../react/useLoaded.ts';
import { useSubmission, type Submission } from '../../react/useSubmission.ts';
import { useSaved, type Savings } from '../settings-page/useSaved.ts';
import { asksForPassword } from './asksForPassword.ts';

/** The action on the authenticator that the user started. */
export type AuthenticatorAim = 'start' | 'remove' | 'renew';

/** The current step. */
export type SecurityStep =
  | { readonly name: 'overview' }
  | { readonly name: 'changing-password' }
  /** The backend requires the password for the action `aim`. */
  | { readonly name: 'proving'; readonly aim: AuthenticatorAim }
  | { readonly name: 'setting-up'; readonly secret: string; readonly uri: string }
  /** The codes are shown only once. */
  | { readonly name: 'backup-codes'; readonly codes: readonly string[] };

/** Operations that the adapter doesn't have are absent. Confirms changes at `password`, `authenticator` and `backup-codes`. */
export interface Security extends Savings {
  readonly user: QueryResult<UserDetails>;
  readonly step: SecurityStep;
  /** The state of the step's form. */
  readonly submission: Submission;
  readonly startPasswordChange?: (() => void) | undefined;
  readonly changePassword: (change: PasswordChange) => Promise<void>;
  /** The following three are for guarded buttons. If the backend requires the password, they lead to `proving`. */
  readonly startAuthenticator?: (() => Promise<void>) | undefined;
  readonly removeAuthenticator?: (() => Promise<void>) | undefined;
  readonly renewBackupCodes?: (() => Promise<void>) | undefined;
  /** Runs the action of the step `proving` with the password. */
  readonly prove: (proof: PasswordProof) => Promise<void>;
  readonly confirmAuthenticator: (code: string) => Promise<void>;
  /** Returns to the overview. */
  readonly close: () => void;
}

const overview: SecurityStep = { name: 'overview' };

/**
 * Changes the password and the second factor, for your own page.
 *
 * @throws {KitError} MK501 without a provider, MK502 without an adapter, MK506 if the adapter has no `loadUser`.
 */
export function useSecurity(): Security {
  const { confirm, ...savings } = useSaved();
  const { adapter } = useAdapter();
  const api = adapter.baseUrl;
  const texts = useUserProfileMessages().security;
  const load = useCallback(() => requireOperation(adapter, 'loadUser', 'useSecurity')(), [adapter]);
  const user = useLoaded(load, { api });
  const [step, setStep] = useState(overview);

  async function settle(said: string, at: 'password' | 'authenticator' | 'backup-codes'): Promise<void> {
    await user.reload();
    confirm(said, at);
  }

  const password = useSubmission(
    async (change: PasswordChange) => {
      await requireOperation(adapter, 'changePassword', 'useSecurity')(change);
      await settle(texts.passwordChanged, 'password');
    },
    { api },
  );

  async function perform(aim: AuthenticatorAim, proof?: PasswordProof): Promise<SecurityStep> {
    switch (aim) {
      case 'start':
        return {
          name: 'setting-up',
          ...(await requireOperation(adapter, 'startAuthenticator', 'useSecurity')(proof)),
        };
      case 'remove':
        await requireOperation(adapter, 'removeAuthenticator', 'useSecurity')(proof);
        await settle(texts.turnedOff, 'authenticator');
        return overview;
      case 'renew': {
        const { backupCodes } = await requireOperation(adapter, 'renewBackupCodes', 'useSecurity')(proof);
        await settle(texts.codesRenewed, 'backup-codes');
        return { name: 'backup-codes', codes: backupCodes };
      }
    }
  }

  const proving = useSubmission(
    async ({ aim, proof }: { readonly aim: AuthenticatorAim; readonly proof: PasswordProof }) =>
      setStep(await perform(aim, proof)),
    { api },
  );

  const confirming = useSubmission(
    async (code: string) => {
      const { backupCodes } = await requireOperation(
        adapter,
        'confirmAuthenticator',
        'useSecurity',
      )({ code });
      await settle(texts.turnedOn, 'authenticator');
      setStep(backupCodes.length > 0 ? { name: 'backup-codes', codes: backupCodes } : overview);
    },
    { api },
  );

  function go(next: SecurityStep): void {
    for (const { reset } of [password, proving, confirming]) reset();
    setStep(next);
  }

  function start(next: SecurityStep): void {
    savings.clearSaved();
    go(next);
  }

  const attempt = (aim: AuthenticatorAim) => async (): Promise<void> => {
    try {
      go(await perform(aim));
    } catch (error) {
      if (!asksForPassword(error)) throw error;
      start({ name: 'proving', aim });
    }
  };

  return {
    ...savings,
    user,
    step,
    submission: {
      overview: password,
      'changing-password': password,
      proving,
      'setting-up': confirming,
      'backup-codes': confirming,
    }[step.name].submission,
    startPasswordChange: adapter.changePassword && (() => start({ name: 'changing-password' })),
    async changePassword(change) {
      if (await password.submit(change)) go(overview);
    },
    startAuthenticator: adapter.startAuthenticator && attempt('start'),
    removeAuthenticator: adapter.removeAuthenticator && attempt('remove'),
    renewBackupCodes: adapter.renewBackupCodes && attempt('renew'),
    async prove(proof) {
      if (step.name === 'proving') await proving.submit({ aim: step.aim, proof });
    },
    async confirmAuthenticator(code) {
      await confirming.submit(code);
    },
    close: () => go(overview),
  };
}
