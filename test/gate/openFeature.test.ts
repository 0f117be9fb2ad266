// @vitest-environment node
import { TypedInMemoryProvider, OpenFeature } from '@openfeature/server-sdk';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createMaintenanceGate } from '../../src/gate/createMaintenanceGate.ts';

function createGate(onError: (error: unknown) => void) {
  const client = OpenFeature.getClient();
  return createMaintenanceGate({
    isActive: async () => {
      const { value, errorCode } = await client.getBooleanDetails('maintenance', false);
      // A provider that fails would return the default, and end the maintenance.
      if (errorCode !== undefined) throw new Error(`OpenFeature: ${errorCode}`);
      return value;
    },
    checkPath: '/api/maintenance',
    onError,
  });
}

const flag = (variant: 'on' | 'off') => ({
  maintenance: { variants: { on: true, off: false }, defaultVariant: variant, disabled: false },
});

test('a flag of OpenFeature switches the gate, and a provider that fails changes nothing', async () => {
  const provider = new TypedInMemoryProvider(flag('off'));
  await OpenFeature.setProviderAndWait(provider);
  onTestFinished(() => OpenFeature.close());
  const onError = vi.fn<(error: unknown) => void>();
  const gate = createGate(onError);
  const post = async () =>
    (await gate.reject(new Request('https://api.example/', { method: 'POST' })))?.status;

  expect(await post()).toBeUndefined();
  provider.putConfiguration(flag('on'));
  expect(await post()).toBe(503);
  provider.putConfiguration({});
  expect([await post(), await post()]).toEqual([503, 503]);
  expect(onError).toHaveBeenCalledExactlyOnceWith(new Error('OpenFeature: FLAG_NOT_FOUND'));
  provider.putConfiguration(flag('off'));
  expect(await post()).toBeUndefined();
});
