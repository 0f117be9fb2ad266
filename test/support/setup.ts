import '@testing-library/jest-dom/vitest';
import { afterEach } from 'vitest';

// Tests of the protocol, the gate and the playground run without a page: they need none of this.
if (typeof document !== 'undefined') {
  const { cleanup, configure } = await import('@testing-library/react');
  // Waiting ends with its condition. The limit leaves a slow machine enough time.
  configure({ asyncUtilTimeout: 15_000 });
  // Testing Library does both by itself only where the test functions are globals.
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  afterEach(cleanup);
}
