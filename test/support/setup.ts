import '@testing-library/jest-dom/vitest';
import { afterEach } from 'vitest';

// Tests of the protocol, the gate and the playground have no page and need no setup.
if (typeof document !== 'undefined') {
  // happy-dom has it, but not as a global.
  const { elements } = document.createElement('form');
  Object.assign(globalThis, { HTMLFormControlsCollection: elements.constructor });
  const { cleanup, configure } = await import('@testing-library/react');
  // A wait ends with its condition. The limit allows for a slow machine.
  configure({ asyncUtilTimeout: 15_000 });
  // Testing Library does both only if the test functions are globals.
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  afterEach(() => {
    cleanup();
    // The tests of a worker share the page: its storage, its address and the step in its history.
    localStorage.clear();
    history.replaceState(null, '', '/');
  });
}
