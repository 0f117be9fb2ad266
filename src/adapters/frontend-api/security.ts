import * as v from 'valibot';
import type { Device, SecurityPort } from '../../auth/UserPort.ts';
import { optionalText, type Answer } from './answer.ts';
import { escapePath, type Api } from './createApi.ts';
import { knownSession } from './session.ts';

const secretAnswer: Answer<{ secret: string; uri: string }> = v.pipe(
  v.object({ response: v.object({ secret: v.string(), uri: v.string() }) }),
  v.transform(({ response }) => response),
);

const confirmationAnswer: Answer<{ backupCodes: readonly string[] }> = v.pipe(
  v.object({ response: v.object({ backup_codes: v.nullish(v.array(v.string()), []) }) }),
  v.transform(({ response }) => ({ backupCodes: response.backup_codes })),
);

const backupCodesAnswer: Answer<{ backupCodes: readonly string[] }> = v.pipe(
  v.object({ response: v.object({ codes: v.array(v.string()) }) }),
  v.transform(({ response }) => ({ backupCodes: response.codes })),
);

const device = v.object({
  id: v.string(),
  last_active_at: v.nullish(v.number()),
  latest_activity: v.nullish(
    v.object({
      browser_name: optionalText,
      browser_version: optionalText,
      device_type: optionalText,
      ip_address: optionalText,
      city: optionalText,
      country: optionalText,
      is_mobile: v.nullish(v.boolean()),
    }),
    {},
  ),
});

/** The only list without an envelope. */
const devicesAnswer: Answer<readonly v.InferOutput<typeof device>[]> = v.array(device);

function toDevice(body: v.InferOutput<typeof device>, currentId: string | undefined): Device {
  const activity = body.latest_activity;
  const browser = [activity.browser_name, activity.browser_version].filter(Boolean).join(' ');
  const location = [activity.city, activity.country].filter(Boolean).join(', ');
  return {
    id: body.id,
    isCurrent: body.id === currentId,
    ...(browser && { browser }),
    ...(activity.device_type && { system: activity.device_type }),
    ...(activity.ip_address && { ipAddress: activity.ip_address }),
    ...(location && { location }),
    ...(typeof activity.is_mobile === 'boolean' && { isMobile: activity.is_mobile }),
    ...(typeof body.last_active_at === 'number' && { lastActiveAt: body.last_active_at }),
  };
}

/** Changes passwords and second factors, and lists and revokes devices. */
export function securityOperations(api: Api): Required<SecurityPort> {
  return {
    changePassword: ({ currentPassword, newPassword, signOutOtherDevices = false }) =>
      api.execute('POST', '/me/change_password', {
        fields: {
          new_password: newPassword,
          current_password: currentPassword,
          sign_out_of_other_sessions: signOutOtherDevices,
        },
      }),
    startAuthenticator: () => api.request(secretAnswer, 'POST', '/me/totp'),
    confirmAuthenticator: ({ code }) =>
      api.request(confirmationAnswer, 'POST', '/me/totp/attempt_verification', { fields: { code } }),
    removeAuthenticator: () => api.execute('DELETE', '/me/totp'),
    renewBackupCodes: () => api.request(backupCodesAnswer, 'POST', '/me/backup_codes/'),
    /** Loads the devices, the current one first. */
    async loadDevices() {
      const session = await knownSession(api);
      const bodies = await api.request(devicesAnswer, 'GET', '/me/sessions/active');
      return bodies
        .map((body) => toDevice(body, session?.id))
        .toSorted((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
    },
    revokeDevice: ({ id }) => api.execute('POST', escapePath`/me/sessions/${id}/revoke`),
  };
}
