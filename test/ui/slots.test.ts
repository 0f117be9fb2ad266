import { join } from 'node:path';
import { describe, expect, expectTypeOf, it, test } from 'vitest';
import type {
  AppearanceProps,
  MaintenanceBannerProps,
  SignInProps,
  UserButtonProps,
  UserProfileProps,
} from '../../src/index.ts';
import { readSlots, readUnions } from '../support/readSlots.ts';

const ui = join(import.meta.dirname, '../../src/ui');
const unions = readUnions(join(ui, 'styling/slotNames.ts'));

describe('a component renders exactly the slots of its classNames', () => {
  it.each([
    ['MaintenanceBannerSlot', 'notice/MaintenanceBanner.tsx'],
    ['MaintenanceGuardSlot', 'notice/MaintenanceGuard.tsx'],
    ['ServiceUnavailableSlot', 'notice/ServiceUnavailable.tsx'],
    ['SignInSlot', 'sign-in/SignIn.tsx'],
    ['SignUpSlot', 'sign-up/SignUp.tsx'],
    ['UserButtonSlot', 'user-button/UserButton.tsx'],
    ['UserProfileSlot', 'user-profile/UserProfile.tsx'],
    ['CreateOrganizationSlot', 'create-organization/CreateOrganization.tsx'],
    ['OrganizationProfileSlot', 'organization-profile/OrganizationProfile.tsx'],
    ['OrganizationSwitcherSlot', 'organization-switcher/OrganizationSwitcher.tsx'],
  ])('%s', (type, path) => {
    expect([...(unions.get(type) ?? [])].toSorted()).toEqual([...readSlots(join(ui, path))].toSorted());
  });
});

test('the type of classNames accepts the slots of the component, and no others', () => {
  const props = [
    { card: 'panel', 'forgot-password': 'small' } satisfies SignInProps['classNames'],
    // @ts-expect-error -- a sign-in has no tabs
    { tab: 'pill' } satisfies SignInProps['classNames'],
    { tab: 'pill', 'page-codes': 'mono' } satisfies UserProfileProps['classNames'],
    // @ts-expect-error -- the account page has no menu
    { menu: 'popover' } satisfies UserProfileProps['classNames'],
    // @ts-expect-error -- misspelled
    { menus: 'popover' } satisfies UserButtonProps['classNames'],
    // @ts-expect-error -- a class name is a string
    { notice: 1 } satisfies MaintenanceBannerProps['classNames'],
    { tab: 'pill', menu: 'popover' } satisfies AppearanceProps['classNames'],
    // @ts-expect-error -- no component has this slot
    { crad: 'panel' } satisfies AppearanceProps['classNames'],
  ];
  expectTypeOf(props).toBeArray();
});
