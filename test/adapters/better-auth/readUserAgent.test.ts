// @vitest-environment node
import { expect, test } from 'vitest';
import { readUserAgent } from '../../../src/adapters/better-auth/readUserAgent.ts';

const mozilla = 'Mozilla/5.0';

test.each([
  [
    `${mozilla} (Macintosh; Intel Mac OS X 10.15; rv:144.0) Gecko/20100101 Firefox/144.0`,
    { browser: 'Firefox 144', system: 'Mac', isMobile: false },
  ],
  [
    `${mozilla} (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0`,
    { browser: 'Edge 141', system: 'Windows', isMobile: false },
  ],
  [
    `${mozilla} (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36`,
    { browser: 'Chrome 156', system: 'Linux', isMobile: false },
  ],
  [
    `${mozilla} (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1`,
    { browser: 'Safari 18', system: 'iPhone', isMobile: true },
  ],
  [
    `${mozilla} (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36`,
    { browser: 'Chrome 141', system: 'Android', isMobile: true },
  ],
  ['curl/8.5.0', { browser: 'curl/8.5.0' }],
  ['', {}],
])('%s', (userAgent, known) => {
  expect(readUserAgent(userAgent)).toEqual(known);
});
