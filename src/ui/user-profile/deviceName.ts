import type { Device } from '../../auth/UserPort.ts';
import { formatMessage, type Messages } from '../../messages/messages.ts';

/** What people know a device by: "Firefox 144 on Mac". */
export function deviceName({ browser, system }: Device, { devices: texts }: Messages): string {
  if (browser !== undefined && system !== undefined) {
    return formatMessage(texts.browserOnSystem, { browser, system });
  }
  return browser ?? system ?? texts.unknown;
}
