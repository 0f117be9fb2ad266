import { cdp } from 'vitest/browser';

/** The used part of the DevTools protocol. */
interface Protocol {
  send(method: 'WebAuthn.enable'): Promise<void>;
  send(
    method: 'WebAuthn.addVirtualAuthenticator',
    params: { readonly options: object },
  ): Promise<{ readonly authenticatorId: string }>;
  send(
    method: 'WebAuthn.addCredential',
    params: { readonly authenticatorId: string; readonly credential: object },
  ): Promise<void>;
}

function toBase64(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}

/** Adds a passkey for this page to the browser, which uses it without a prompt. */
export async function addPasskey(id: string): Promise<void> {
  const protocol = cdp() as unknown as Protocol;
  const { privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
  ]);
  await protocol.send('WebAuthn.enable');
  const { authenticatorId } = await protocol.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await protocol.send('WebAuthn.addCredential', {
    authenticatorId,
    credential: {
      credentialId: id
        .replaceAll('-', '+')
        .replaceAll('_', '/')
        .padEnd(Math.ceil(id.length / 4) * 4, '='),
      isResidentCredential: true,
      rpId: 'localhost',
      privateKey: toBase64(await crypto.subtle.exportKey('pkcs8', privateKey)),
      userHandle: btoa('ada'),
      signCount: 1,
    },
  });
}
