import type { Device } from '../../auth/UserPort.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import type { UserProfileMessages } from '../../messages/userProfile.ts';

/** Returns a device's displayed name: "Firefox 144 on Mac". */
export function deviceName({ browser, system }: Device, texts: UserProfileMessages['devices']): string {
  if (browser !== undefined && system !== undefined) {
    return formatMessage(texts.browserOnSystem, { browser, system });
  }
  return browser ?? system ?? texts.unknown;
}
