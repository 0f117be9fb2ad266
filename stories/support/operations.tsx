import type { Decorator } from '@storybook/react-vite';
import { MaintenanceProvider, type AuthAdapter, type AuthOptions } from '../../src/index.ts';
import { serviceOf } from './service.tsx';

/**
 * Gives a story an adapter with operations or options that the emulator doesn't support.
 */
export function withOperations(
  operations: Partial<AuthAdapter>,
  setUp: (options: AuthOptions) => AuthOptions = (options) => options,
): Decorator {
  return (Story, context) => {
    const { adapter, monitor } = serviceOf(context);
    const changed: AuthAdapter = {
      ...adapter,
      async loadAuthOptions() {
        const options = await adapter.loadAuthOptions?.();
        if (!options) throw new TypeError('The emulator did not say how it is set up.');
        return setUp(options);
      },
      ...operations,
      name: 'story',
    };
    return (
      <MaintenanceProvider adapter={changed} monitor={monitor}>
        <Story />
      </MaintenanceProvider>
    );
  };
}
