'use client';

import { Fragment, type ReactElement, type ReactNode } from 'react';
import { safeAddress } from '../../protocol/safeAddress.ts';
import { errorsInEnglish } from '../../messages/errors.ts';
import { signUpInEnglish } from '../../messages/signUp.ts';
import { useMessages } from '../../react/KitContext.ts';
import { CheckboxField } from './CheckboxField.tsx';
import { useSlot } from '../styling/useSlot.ts';

export interface LegalConsentProps {
  readonly termsUrl?: string | undefined;
  readonly privacyUrl?: string | undefined;
  readonly serverError?: string | undefined;
}

/** A checkbox for accepting the terms, with links to them that open in a new tab. */
export function LegalConsent({ termsUrl, privacyUrl, serverError }: LegalConsentProps): ReactElement {
  const { consent } = useMessages(signUpInEnglish);
  const { errors } = useMessages(errorsInEnglish);
  const terms = safeAddress('page', termsUrl);
  const privacy = safeAddress('page', privacyUrl);
  const links = {
    terms: terms && <Document href={terms}>{consent.terms}</Document>,
    privacy: privacy && <Document href={privacy}>{consent.privacy}</Document>,
  };
  return (
    <CheckboxField
      name="legalConsent"
      required
      missing={errors.consent_required}
      serverError={serverError}
      label={withLinks(sentenceFor(links, consent), links)}
    />
  );
}

type Links = Readonly<Record<'terms' | 'privacy', ReactNode>>;

function sentenceFor(
  { terms, privacy }: Links,
  consent: { both: string; termsAlone: string; privacyAlone: string; plain: string },
): string {
  if (terms && privacy) return consent.both;
  if (terms) return consent.termsAlone;
  return privacy ? consent.privacyAlone : consent.plain;
}

function Document({ href, children }: { readonly href: string; readonly children: string }): ReactElement {
  const slot = useSlot();
  return (
    <a {...slot('link')} href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

/** Returns a sentence with links in place of its placeholders. */
function withLinks(sentence: string, links: Links): ReactNode {
  return sentence.split(/(\{\w+\})/).map((piece) => {
    const link = piece === '{terms}' ? links.terms : piece === '{privacy}' ? links.privacy : undefined;
    return <Fragment key={piece}>{link ?? piece}</Fragment>;
  });
}
