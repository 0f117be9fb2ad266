'use client';

import { useCallback } from 'react';
import { requireOperation } from '../../auth/requireOperation.ts';
import type { Device } from '../../auth/UserPort.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import { useAdapter } from '../../react/useAdapter.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { useLoaded, type QueryResult } from '../../react/useLoaded.ts';
import { useSaved, type Savings } from '../settings-page/useSaved.ts';
import { deviceName } from './deviceName.ts';

/** Confirms a sign-out at `list`. */
export interface Devices extends Savings {
  readonly devices: QueryResult<readonly Device[]>;
  /** Pass it to a guarded button. Absent if the adapter doesn't have it. */
  readonly revoke?: ((device: Device) => Promise<void>) | undefined;
}

/**
 * Loads and revokes the user's devices, for your own page.
 *
 * @throws {KitError} MK501 without a provider, MK502 without an adapter, MK506 if the adapter has no `loadDevices`.
 */
export function useDevices(): Devices {
  const { confirm, ...savings } = useSaved();
  const { devices: texts } = useUserProfileMessages();
  const { adapter } = useAdapter();
  const load = useCallback(() => requireOperation(adapter, 'loadDevices', 'useDevices')(), [adapter]);
  const devices = useLoaded(load, { api: adapter.baseUrl });
  return {
    ...savings,
    devices,
    revoke:
      adapter.revokeDevice &&
      (async (device) => {
        await requireOperation(adapter, 'revokeDevice', 'useDevices')({ id: device.id });
        await devices.reload();
        const name = deviceName(device, texts);
        confirm(formatMessage(texts.signedOut, { device: name }), 'list');
      }),
  };
}
