export { createFrontendApi, type FrontendApi, type FrontendApiOptions } from './createFrontendApi.ts';
export { authenticatorCode } from './frontend-api/authenticator.ts';
export type { ProviderAnswer } from './frontend-api/providers.ts';
export type { FrontendApiMode, FrontendApiModeOptions, RecordedRequest } from './frontend-api/requests.ts';
export type { SeedDevice, SeedMembership, SeedOrganization, SeedUser } from './frontend-api/seed.ts';
export type { FrontendApiSettings } from './frontend-api/settings.ts';
