export { createFrontendApi, type FrontendApi, type FrontendApiOptions } from '../createFrontendApi.ts';
export { authenticatorCode } from './authenticator.ts';
export type { ProviderAnswer } from './providers.ts';
export type { FrontendApiMode, FrontendApiModeOptions, RecordedRequest } from './requests.ts';
export type { SeedDevice, SeedMembership, SeedOrganization, SeedUser } from './seed.ts';
export type { FrontendApiSettings } from './settings.ts';
