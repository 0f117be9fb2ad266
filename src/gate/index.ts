export {
  createMaintenanceGate,
  type MaintenanceGate,
  type MaintenanceGateOptions,
} from './createMaintenanceGate.ts';
export type { GateCors } from './cors.ts';
