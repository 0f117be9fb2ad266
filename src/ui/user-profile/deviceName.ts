import type { Device } from '../../auth/UserPort.ts';
import { formatMessage } from '../../messages/messages.ts';
import type { UserProfileMessages } from '../../messages/userProfile.ts';

/** What people know a device by: "Firefox 144 on Mac". */
export function deviceName({ browser, system }: Device, texts: UserProfileMessages['devices']): string {
  if (browser !== undefined && system !== undefined) {
    return formatMessage(texts.browserOnSystem, { browser, system });
  }
  return browser ?? system ?? texts.unknown;
}
