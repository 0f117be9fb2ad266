export {
  createMaintenanceGate,
  type GateRequest,
  type MaintenanceGate,
  type MaintenanceGateOptions,
} from './createMaintenanceGate.ts';
export type { GateCors } from './cors.ts';
export type { GateTimer } from './createActiveFlag.ts';
export {
  nodeMiddleware,
  type NodeMiddleware,
  type NodeRequest,
  type NodeResponse,
} from './nodeMiddleware.ts';
