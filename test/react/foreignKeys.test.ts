// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AuthError, type AuthErrorCode, type AuthField } from '../../src/auth/AuthError.ts';
import { english } from '../../src/messages/english.ts';
import { formatMessage } from '../../src/messages/formatMessage.ts';
import { overrideMessages } from '../../src/messages/overrideMessages.ts';
import { submissionErrorOf, textOfError } from '../../src/react/useSubmission.ts';
import { withFieldError, errorAmong } from '../../src/ui/form/fieldErrors.ts';
import { hostileKey, hostileKeys } from '../support/hostileKeys.ts';

/** Returns an error of an adapter that passes on the server's values. */
function apiError(code: string, options: { field?: string | undefined; backendCode?: string | undefined }) {
  const { field, backendCode } = options;
  return new AuthError(code as AuthErrorCode, { field: field as AuthField, backendCode });
}

const texts = Object.values(english.errors);

describe('the text of an error', () => {
  it('an unknown code has the text of an unexpected failure', () => {
    for (const key of hostileKeys) {
      const error = submissionErrorOf(apiError(key, { backendCode: key }));
      expect(textOfError(error, english)).toBe(english.errors.unexpected);
    }
  });

  it('an unknown backend code has the text of the kit’s code', () => {
    for (const key of hostileKeys) {
      const error = submissionErrorOf(apiError('rate_limited', { backendCode: key }));
      expect(textOfError(error, english)).toBe(english.errors.rate_limited);
    }
  });

  it('the text is never empty, and always a string', () => {
    fc.assert(
      fc.property(hostileKey, fc.option(hostileKey, { nil: undefined }), (code, backendCode) => {
        expect(texts).toContain(textOfError(submissionErrorOf(apiError(code, { backendCode })), english));
      }),
    );
  });

  it('the application’s text for the backend’s own code is used', () => {
    const own = overrideMessages(english, { errors: { ACCOUNT_LOCKED: 'Your account is locked.' } });
    const error = submissionErrorOf(apiError('unexpected', { backendCode: 'ACCOUNT_LOCKED' }));
    expect(textOfError(error, own)).toBe('Your account is locked.');
  });

  it('an empty text of the application is ignored', () => {
    const own = overrideMessages(english, { errors: { ACCOUNT_LOCKED: '' } });
    const error = submissionErrorOf(apiError('unexpected', { backendCode: 'ACCOUNT_LOCKED' }));
    expect(textOfError(error, own)).toBe(english.errors.unexpected);
  });
});

describe('the error of a card', () => {
  it('an error belongs to one of the card’s fields or to the whole form', () => {
    fc.assert(
      fc.property(hostileKey, hostileKey, hostileKey, (code, field, backendCode) => {
        const error = submissionErrorOf(apiError(code, { field, backendCode }));
        const shown = withFieldError({ status: 'failed', error }, ['email', 'password']);
        expect(shown).toMatchObject({ status: 'failed', error: { field: undefined } });
        expect(errorAmong(error, ['identifier'])).toMatchObject({ field: undefined });
      }),
    );
  });

  it('an identifier error has a text for every code of the backend', () => {
    for (const key of hostileKeys) {
      const error = submissionErrorOf(apiError('invalid_credentials', { backendCode: key }));
      const found = errorAmong(error, ['identifier']);
      expect(textOfError(found, english)).toBe(english.errors.identifier_unknown);
    }
  });
});

describe('a placeholder of a message', () => {
  it('a placeholder without a value stays visible', () => {
    for (const key of hostileKeys) expect(formatMessage(`Ask for {${key}}.`, {})).toBe(`Ask for {${key}}.`);
  });

  it('a placeholder shows its value', () => {
    expect(formatMessage('Ask for {name}.', { name: '{constructor}' })).toBe('Ask for {constructor}.');
  });
});
