export { createInMemoryAuth, type InMemoryAuth, type InMemoryAuthOptions } from './createInMemoryAuth.ts';
export {
  createMaintenanceService,
  type BeginOptions,
  type MaintenanceService,
  type MaintenanceServiceOptions,
} from './createMaintenanceService.ts';
export type { ServiceMode, ServiceModeOptions, ServiceSwitch } from './in-memory/service.ts';
export type { InMemoryOrganization, InMemoryUser } from './in-memory/store.ts';
export { resetMaintenance } from './resetMaintenance.ts';
