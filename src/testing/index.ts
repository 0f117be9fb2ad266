export {
  createFrontendApi,
  type FrontendApi,
  type FrontendApiMode,
  type FrontendApiModeOptions,
  type FrontendApiOptions,
  type RecordedRequest,
  type SeedUser,
} from './createFrontendApi.ts';
