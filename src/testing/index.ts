export { createInMemoryAuth, type InMemoryAuth, type InMemoryAuthOptions } from './createInMemoryAuth.ts';
export type { ServiceMode, ServiceModeOptions, ServiceSwitch } from './in-memory/service.ts';
export type { InMemoryOrganization, InMemoryUser } from './in-memory/store.ts';
