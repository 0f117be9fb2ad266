'use client';

import type { ReactElement } from 'react';
import type { Device } from '../../auth/UserPort.ts';
import { formatList, formatMessage } from '../../messages/formatMessage.ts';
import { useKit } from '../../react/KitContext.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { useNow } from '../../react/useNow.ts';
import { ActionButton } from '../action/ActionButton.tsx';
import { Badge } from '../layout/Badge.tsx';
import { ComputerIcon, PhoneIcon } from '../styling/icons.tsx';
import { ListItem } from '../layout/ListItem.tsx';
import { LoadedView } from '../settings-page/LoadedView.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { deviceName } from './deviceName.ts';
import { SavedMark } from '../settings-page/SavedMark.tsx';
import { SettingsSection } from '../settings-page/SettingsSection.tsx';
import { timeAgo } from './timeAgo.ts';
import type { Devices } from './useDevices.ts';

/** The devices section (presentational): this device first, then the most recently active one. */
export function DevicesView({ devices, revoke, saved }: Devices): ReactElement {
  const slot = useSlot();
  const { devices: texts } = useUserProfileMessages();
  return (
    <SettingsSection title={texts.title} text={texts.text}>
      <LoadedView loading={devices}>
        {(all) => (
          <>
            <ul {...slot('page-list')}>
              {inOrder(all).map((device) => (
                <DeviceItem key={device.id} device={device} revoke={revoke} />
              ))}
            </ul>
            <SavedMark saved={saved} at="list" />
            {all.some(({ isCurrent }) => !isCurrent) ? null : <p {...slot('page-empty')}>{texts.empty}</p>}
          </>
        )}
      </LoadedView>
    </SettingsSection>
  );
}

function DeviceItem({ device, revoke }: { readonly device: Device } & Pick<Devices, 'revoke'>): ReactElement {
  const slot = useSlot();
  const { locale } = useKit();
  const { devices: texts } = useUserProfileMessages();
  const now = useNow(false);
  const known = deviceName(device, texts);
  const { isCurrent, isMobile = false, location, ipAddress, lastActiveAt } = device;
  const isNamed = known !== texts.unknown;
  const name = isCurrent && !isNamed ? texts.current : known;
  const Icon = isMobile ? PhoneIcon : ComputerIcon;
  const time = lastActiveAt === undefined ? undefined : timeAgo(lastActiveAt, now, locale);
  const activity =
    lastActiveAt === undefined
      ? undefined
      : time === undefined || isCurrent
        ? texts.activeNow
        : formatMessage(texts.lastActive, { time });
  return (
    <ListItem
      icon={<Icon {...slot('page-item-icon')} />}
      title={name}
      badges={isCurrent && isNamed ? <Badge tone="accent">{texts.current}</Badge> : null}
      text={formatList(
        [location, ipAddress, activity].filter((fact) => fact !== undefined),
        'unit',
        locale,
      )}
    >
      {isCurrent || !revoke ? null : (
        <ActionButton
          id={`revoke-device:${device.id}`}
          label={formatMessage(texts.signOutDevice, { device: name, location })}
          run={() => revoke(device)}
          canWait
        >
          {texts.signOut}
        </ActionButton>
      )}
    </ListItem>
  );
}

function inOrder(devices: readonly Device[]): readonly Device[] {
  return devices.toSorted(
    (one, other) =>
      Number(other.isCurrent) - Number(one.isCurrent) || (other.lastActiveAt ?? 0) - (one.lastActiveAt ?? 0),
  );
}
