// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeAddress, type AddressUse } from '../../src/protocol/safeAddress.ts';

const uses: readonly AddressUse[] = ['page', 'picture', 'authenticator'];

const running = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  '\u0000javascript:alert(1)',
  'java\nscript:alert(1)',
  '\tjavascript\t:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'DATA:text/html;base64,PHNjcmlwdD4=',
  'data:image',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'view-source:https://app.example',
  'about:blank',
];

describe('safeAddress', () => {
  it.each<[AddressUse, string]>([
    ['page', 'https://provider.example/authorize?state=1'],
    ['page', 'http://localhost:3000/'],
    ['page', '/terms'],
    ['page', '//cdn.example/terms'],
    ['page', 'HTTPS://provider.example'],
    ['picture', 'https://img.example/ada.png'],
    ['picture', '/pictures/ada'],
    ['picture', 'blob:https://app.example/1b4f'],
    ['picture', 'data:image/png;base64,iVBORw0KGgo='],
    ['authenticator', 'otpauth://totp/Kit:ada?secret=JBSWY3DPEHPK3PXP'],
  ])('returns the address of a %s unchanged: %s', (use, address) => {
    expect(safeAddress(use, address)).toBe(address);
  });

  it.each(running)('rejects %j for every use', (address) => {
    for (const use of uses) expect(safeAddress(use, address)).toBeUndefined();
  });

  it.each<[AddressUse, string]>([
    ['page', 'blob:https://app.example/1b4f'],
    ['page', 'data:image/svg+xml,<svg onload="alert(1)"/>'],
    ['page', 'otpauth://totp/Kit'],
    ['authenticator', 'https://app.example/'],
    ['authenticator', '/otpauth:'],
    ['page', 'http://'],
  ])('rejects as the address of a %s: %s', (use, address) => {
    expect(safeAddress(use, address)).toBeUndefined();
  });

  it.each([undefined, null, 1, {}, ['https://app.example'], new URL('https://app.example')])(
    'rejects %s, which is not a string',
    (address) => {
      for (const use of uses) expect(safeAddress(use, address)).toBeUndefined();
    },
  );

  it('never throws, and never returns a scheme that a browser runs', () => {
    const part = fc.constantFrom(
      'javascript',
      'data',
      ':',
      '/',
      '\\',
      '\n',
      '\t',
      ' ',
      '\u0000',
      'https',
      'x',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const found = safeAddress('page', parts.join(''));
        const scheme = found === undefined ? 'https:' : new URL(found, 'https://app.example').protocol;
        expect(['http:', 'https:']).toContain(scheme);
      }),
    );
  });
});
