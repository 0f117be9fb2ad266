import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test, vi } from 'vitest';
import pkg from '../../package.json' with { type: 'json' };
import tsconfig from '../../tsconfig.json' with { type: 'json' };
import { packageCommands, packageEntries, type PackageEntry } from '../../tools/packageEntries.ts';
import { readExports } from '../support/readExports.ts';

const root = join(import.meta.dirname, '../..');
const entries = packageEntries();
const modules = entries.filter(({ source }) => source.endsWith('.ts'));

function namesOf(specifier: string) {
  const entry = modules.find((candidate) => candidate.specifier === specifier);
  if (entry === undefined) throw new Error(`package.json exports no ${specifier}.`);
  return readExports(entry.source, readFileSync(entry.source, 'utf8'));
}

describe('the exports of each entry', () => {
  it('maintenance-kit', () => {
    expect(namesOf('maintenance-kit')).toMatchInlineSnapshot(`
      {
        "types": [
          "Action",
          "ActionButtonProps",
          "ActionOptions",
          "AdditionalField",
          "AppearanceProps",
          "AppearanceProviderProps",
          "AsideSubmission",
          "AuthActions",
          "AuthAdapter",
          "AuthErrorCode",
          "AuthErrorOptions",
          "AuthField",
          "AuthFlow",
          "AuthFlowName",
          "AuthOperation",
          "AuthOptions",
          "AuthProvider",
          "AuthSession",
          "AuthSetup",
          "AuthStep",
          "AuthUser",
          "AuthenticatorAim",
          "Availability",
          "CardHeaderParts",
          "CardProps",
          "Check",
          "CheckResult",
          "ClassNames",
          "CodePurpose",
          "ConfirmButtonProps",
          "ConnectedAccount",
          "ConnectedAccounts",
          "ConnectedAccountsOptions",
          "CreateOrganizationOptions",
          "CreateOrganizationProps",
          "CreatedOrganization",
          "DeleteAccount",
          "DeleteAccountOptions",
          "Device",
          "Devices",
          "EmailAddress",
          "EmailAddresses",
          "EmailStep",
          "ErrorCode",
          "ErrorField",
          "FieldParts",
          "FieldProps",
          "FieldRequirement",
          "GuardOptions",
          "GuardedAreaProps",
          "GuardedFormProps",
          "GuardedLinkProps",
          "GuardedMutation",
          "GuardedMutationOptions",
          "GuardedPress",
          "GuardedPressOptions",
          "Invitation",
          "InvitationRequest",
          "Invitations",
          "LoadOptions",
          "Loaded",
          "LoadedPage",
          "MaintenanceBannerProps",
          "MaintenanceGuardProps",
          "MaintenanceMonitor",
          "MaintenanceMonitorOptions",
          "MaintenanceNotice",
          "MaintenanceProviderProps",
          "MaintenanceScope",
          "MaintenanceState",
          "MaintenanceWindow",
          "Member",
          "Members",
          "MembersPort",
          "MessageOverrides",
          "Messages",
          "MutationState",
          "NewOrganization",
          "ObservedAnswer",
          "Organization",
          "OrganizationChange",
          "OrganizationChoice",
          "OrganizationCreation",
          "OrganizationDetails",
          "OrganizationExit",
          "OrganizationNames",
          "OrganizationPort",
          "OrganizationProfileProps",
          "OrganizationSwitcherProps",
          "OtpFieldProps",
          "Page",
          "PageRequest",
          "Pages",
          "PasswordChange",
          "PasswordCredentials",
          "PasswordProof",
          "Platform",
          "ProfileDetails",
          "ProviderRequest",
          "QueryResult",
          "RecoveryPolicy",
          "Redirect",
          "Renderers",
          "ReportDetails",
          "RequestObserver",
          "RequestOutcome",
          "Role",
          "RoleChange",
          "Saved",
          "Search",
          "SecondFactor",
          "Security",
          "SecurityPort",
          "SecurityStep",
          "ServiceCheck",
          "ServiceUnavailableProps",
          "SessionPort",
          "SessionRequestOptions",
          "SessionState",
          "SessionSubmission",
          "SignInController",
          "SignInOptions",
          "SignInPort",
          "SignInProps",
          "SignInResult",
          "SignInWays",
          "SignOutButtonProps",
          "SignUpController",
          "SignUpDetails",
          "SignUpField",
          "SignUpOptions",
          "SignUpPort",
          "SignUpProps",
          "SignUpResult",
          "SignedInProps",
          "SignedOutProps",
          "SlotName",
          "StatusDetails",
          "Submission",
          "SubmissionError",
          "SubmitButtonProps",
          "Switching",
          "TabChannel",
          "TextStorage",
          "Tracked",
          "Upload",
          "UserButtonProps",
          "UserChanges",
          "UserDetails",
          "UserPort",
          "UserProfileProps",
          "WindowSource",
        ],
        "values": [
          "ActionButton",
          "AppearanceProvider",
          "AuthError",
          "Card",
          "ConfirmButton",
          "CreateOrganization",
          "Field",
          "FormAlert",
          "GuardedArea",
          "GuardedForm",
          "GuardedLink",
          "KitError",
          "MaintenanceBanner",
          "MaintenanceDialog",
          "MaintenanceGuard",
          "MaintenanceProvider",
          "OrganizationProfile",
          "OrganizationSwitcher",
          "OtpField",
          "PasswordField",
          "ServiceUnavailable",
          "SignIn",
          "SignOutButton",
          "SignUp",
          "SignedIn",
          "SignedOut",
          "SubmitButton",
          "SystemUnderMaintenanceError",
          "UserButton",
          "UserProfile",
          "authOperations",
          "availabilityOf",
          "browserPlatform",
          "createMaintenanceMonitor",
          "english",
          "guardMutation",
          "useAction",
          "useActiveOrganization",
          "useConnectedAccounts",
          "useCreateOrganization",
          "useDeleteAccount",
          "useDevices",
          "useDraft",
          "useEmailAddresses",
          "useErrorText",
          "useGuardedMutation",
          "useGuardedPress",
          "useInvitations",
          "useLoaded",
          "useMaintenance",
          "useMembers",
          "useMonitor",
          "useOrganization",
          "useOrganizationDetails",
          "useOrganizationExit",
          "useOrganizationSwitcher",
          "useProfileDetails",
          "useSecurity",
          "useSession",
          "useSignIn",
          "useSignOut",
          "useSignUp",
          "useSubmission",
          "watchFetch",
          "watchXhr",
        ],
      }
    `);
  });

  it('maintenance-kit/protocol', () => {
    expect(namesOf('maintenance-kit/protocol')).toMatchInlineSnapshot(`
      {
        "types": [
          "ClassifyRequestOptions",
          "MaintenanceNotice",
          "MaintenanceResponseOptions",
          "MaintenanceWindow",
          "ParseMaintenanceNoticeOptions",
          "ReadMaintenanceNoticeOptions",
          "RequestDescription",
          "RequestKind",
          "RequestRule",
          "ServiceCheck",
          "ServiceStatus",
          "SystemUnderMaintenanceErrorOptions",
        ],
        "values": [
          "KitError",
          "MAINTENANCE_CODE",
          "SystemUnderMaintenanceError",
          "assertRequestRules",
          "classifyRequest",
          "contractNotice",
          "isMaintenanceError",
          "maintenanceResponse",
          "parseMaintenanceNotice",
          "parseRetryAfter",
          "parseServiceStatus",
          "readMaintenanceNotice",
          "readServiceCheck",
        ],
      }
    `);
  });

  it('maintenance-kit/server', () => {
    expect(namesOf('maintenance-kit/server')).toMatchInlineSnapshot(`
      {
        "types": [
          "MaintenanceScope",
          "MaintenanceState",
          "MaintenanceStateOptions",
          "ReadMaintenanceStateOptions",
        ],
        "values": [
          "maintenanceState",
          "readMaintenanceState",
        ],
      }
    `);
  });

  it('maintenance-kit/gate', () => {
    expect(namesOf('maintenance-kit/gate')).toMatchInlineSnapshot(`
      {
        "types": [
          "GateCors",
          "GateRequest",
          "GateTimer",
          "MaintenanceGate",
          "MaintenanceGateOptions",
          "MaintenanceSwitch",
          "MaintenanceSwitchOptions",
          "ModeChange",
          "NodeMiddleware",
          "NodeRequest",
          "NodeResponse",
          "SwitchStorage",
        ],
        "values": [
          "createMaintenanceGate",
          "createMaintenanceSwitch",
          "nodeMiddleware",
        ],
      }
    `);
  });

  it('maintenance-kit/gate/file-storage', () => {
    expect(namesOf('maintenance-kit/gate/file-storage')).toMatchInlineSnapshot(`
      {
        "types": [],
        "values": [
          "fileStorage",
        ],
      }
    `);
  });

  it('maintenance-kit/testing', () => {
    expect(namesOf('maintenance-kit/testing')).toMatchInlineSnapshot(`
      {
        "types": [
          "BeginOptions",
          "InMemoryAuth",
          "InMemoryAuthOptions",
          "InMemoryOrganization",
          "InMemoryUser",
          "MaintenanceService",
          "MaintenanceServiceOptions",
          "ServiceMode",
          "ServiceModeOptions",
          "ServiceSwitch",
        ],
        "values": [
          "createInMemoryAuth",
          "createMaintenanceService",
          "resetMaintenance",
        ],
      }
    `);
  });

  it('maintenance-kit/testing/msw', () => {
    expect(namesOf('maintenance-kit/testing/msw')).toMatchInlineSnapshot(`
      {
        "types": [],
        "values": [
          "maintenanceHandlers",
        ],
      }
    `);
  });

  it('maintenance-kit/testing/playwright', () => {
    expect(namesOf('maintenance-kit/testing/playwright')).toMatchInlineSnapshot(`
      {
        "types": [
          "RoutedPage",
        ],
        "values": [
          "attachMaintenance",
        ],
      }
    `);
  });

  it('maintenance-kit/testing/storybook', () => {
    expect(namesOf('maintenance-kit/testing/storybook')).toMatchInlineSnapshot(`
      {
        "types": [
          "MaintenanceParameters",
        ],
        "values": [
          "maintenancePreview",
        ],
      }
    `);
  });

  it('maintenance-kit/testing/frontend-api', () => {
    expect(namesOf('maintenance-kit/testing/frontend-api')).toMatchInlineSnapshot(`
      {
        "types": [
          "FrontendApi",
          "FrontendApiMode",
          "FrontendApiModeOptions",
          "FrontendApiOptions",
          "FrontendApiSettings",
          "ProviderAnswer",
          "RecordedRequest",
          "SeedDevice",
          "SeedMembership",
          "SeedOrganization",
          "SeedUser",
        ],
        "values": [
          "authenticatorCode",
          "createFrontendApi",
        ],
      }
    `);
  });

  it('maintenance-kit/adapters/frontend-api', () => {
    expect(namesOf('maintenance-kit/adapters/frontend-api')).toMatchInlineSnapshot(`
      {
        "types": [
          "FrontendApiAdapter",
          "FrontendApiAdapterOptions",
        ],
        "values": [
          "frontendApiAdapter",
        ],
      }
    `);
  });

  it('maintenance-kit/adapters/better-auth', () => {
    expect(namesOf('maintenance-kit/adapters/better-auth')).toMatchInlineSnapshot(`
      {
        "types": [
          "BetterAuthAdapterOptions",
          "BetterAuthClient",
          "BetterAuthFetchOptions",
          "BetterAuthPlugin",
        ],
        "values": [
          "betterAuthAdapter",
        ],
      }
    `);
  });

  it('maintenance-kit/adapters/clerk', () => {
    expect(namesOf('maintenance-kit/adapters/clerk')).toMatchInlineSnapshot(`
      {
        "types": [
          "ClerkClient",
          "ClerkEmailAddress",
          "ClerkExternalAccount",
          "ClerkOrganization",
          "ClerkRevocable",
          "ClerkSdk",
          "ClerkSession",
          "ClerkSignIn",
          "ClerkSignUp",
          "ClerkUser",
        ],
        "values": [
          "clerkAdapter",
        ],
      }
    `);
  });

  it('maintenance-kit/dialects', () => {
    expect(namesOf('maintenance-kit/dialects')).toMatchInlineSnapshot(`
      {
        "types": [
          "AnswerHead",
          "Dialect",
          "DialectAnswer",
          "DialectDefinition",
          "DialectNotice",
          "DialectOptions",
          "LaravelOptions",
          "Plain503Options",
          "WrittenAnswer",
        ],
        "values": [
          "defineDialect",
          "discourse",
          "gitlab",
          "laravel",
          "mediaWiki",
          "mozillaAddons",
          "nextcloud",
          "plain503",
        ],
      }
    `);
  });

  it('maintenance-kit/integrations/gate', () => {
    expect(namesOf('maintenance-kit/integrations/gate')).toMatchInlineSnapshot(`
      {
        "types": [
          "EventStream",
          "StatusWindowsOptions",
          "WatchEventsOptions",
        ],
        "values": [
          "statusWindows",
          "watchEvents",
        ],
      }
    `);
  });

  it('maintenance-kit/integrations/graphql', () => {
    expect(namesOf('maintenance-kit/integrations/graphql')).toMatchInlineSnapshot(`
      {
        "types": [
          "GraphqlRulesOptions",
          "OperationType",
        ],
        "values": [
          "graphqlRules",
        ],
      }
    `);
  });

  it('maintenance-kit/integrations/statuspage', () => {
    expect(namesOf('maintenance-kit/integrations/statuspage')).toMatchInlineSnapshot(`
      {
        "types": [
          "StatuspageWindowsOptions",
        ],
        "values": [
          "statuspageWindows",
        ],
      }
    `);
  });

  it('maintenance-kit/radix-menu', () => {
    expect(namesOf('maintenance-kit/radix-menu')).toMatchInlineSnapshot(`
      {
        "types": [
          "GuardedMenuItemProps",
        ],
        "values": [
          "GuardedMenuItem",
        ],
      }
    `);
  });

  it('maintenance-kit/integrations/tanstack-query', () => {
    expect(namesOf('maintenance-kit/integrations/tanstack-query')).toMatchInlineSnapshot(`
      {
        "types": [
          "GuardableMutationOptions",
          "MaintenanceRetry",
          "PausableMutation",
          "PausableMutationCache",
          "PausableQueryClient",
          "PauseMutationsOptions",
        ],
        "values": [
          "guardedMutationOptions",
          "maintenanceRetry",
          "pauseMutations",
        ],
      }
    `);
  });

  it('no other entries exist', () => {
    expect(modules.map(({ specifier }) => specifier)).toEqual([
      'maintenance-kit',
      'maintenance-kit/protocol',
      'maintenance-kit/server',
      'maintenance-kit/gate',
      'maintenance-kit/gate/file-storage',
      'maintenance-kit/testing',
      'maintenance-kit/testing/msw',
      'maintenance-kit/testing/playwright',
      'maintenance-kit/testing/storybook',
      'maintenance-kit/testing/frontend-api',
      'maintenance-kit/adapters/frontend-api',
      'maintenance-kit/adapters/better-auth',
      'maintenance-kit/adapters/clerk',
      'maintenance-kit/dialects',
      'maintenance-kit/integrations/gate',
      'maintenance-kit/integrations/graphql',
      'maintenance-kit/integrations/statuspage',
      'maintenance-kit/integrations/tanstack-query',
      'maintenance-kit/radix-menu',
    ]);
  });

  it.each(modules.map((entry): [string, PackageEntry] => [entry.specifier, entry]))(
    '%s exports exactly these names at run time',
    async (specifier, { source }) => {
      const loaded = await vi.importActual<object>(source);
      expect(Object.keys(loaded).toSorted()).toEqual(namesOf(specifier).values);
    },
  );
});

describe('package.json', () => {
  it.each(entries)('builds $specifier from a source that exists', ({ source }) => {
    expect(existsSync(source)).toBe(true);
  });

  it.each(packageCommands())('builds the command $output from a source that exists', ({ source }) => {
    expect(readFileSync(source, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it.each(['integrations', 'locales'])('has an entry for every file of src/%s', (folder) => {
    const path = join(root, 'src', folder);
    const names = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.ts')) : [];
    const files = names.map((name) => join(path, name));
    expect(entries.map(({ source }) => source)).toEqual(expect.arrayContaining(files));
  });

  it('marks only stylesheets as side effects', () => {
    expect(pkg.sideEffects).toEqual(['**/*.css']);
  });

  it('has no rule in forms.css that the whole stylesheet lacks, in the same order', () => {
    const importsOf = (file: string): string[] =>
      [...readFileSync(join(root, 'src/styles', file), 'utf8').matchAll(/@import '(.+?)'/g)].map(
        ([, path = '']) => path,
      );
    const whole = importsOf('unlayered.css');
    const forms = importsOf('forms.css');
    expect(forms).toEqual(whole.filter((path) => forms.includes(path)));
  });

  it('publishes only the build and the files beside it', () => {
    expect(pkg.files).toEqual(['dist', 'docs', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md']);
  });
});

// So that the examples can be checked, which import the package by its name, built or not.
test('the compiler finds the sources of every entry by its name', () => {
  expect(tsconfig.compilerOptions.paths).toEqual(
    Object.fromEntries(
      modules.map(({ specifier, source }) => [specifier, [source.replace(root, '.').replaceAll('\\', '/')]]),
    ),
  );
});
