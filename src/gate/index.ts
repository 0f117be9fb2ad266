export { createMaintenanceGate, type MaintenanceGate } from './createMaintenanceGate.ts';
export {
  createMaintenanceSwitch,
  type MaintenanceSwitch,
  type MaintenanceSwitchOptions,
} from './createMaintenanceSwitch.ts';
export type { GateCors } from './cors.ts';
export type { GateTimer } from './createLastKnown.ts';
export type { GateRequest } from './GateRequest.ts';
export type { MaintenanceGateOptions } from './gateOptions.ts';
export {
  nodeMiddleware,
  type NodeMiddleware,
  type NodeRequest,
  type NodeResponse,
} from './nodeMiddleware.ts';
export type { ModeChange } from './switchChanges.ts';
export type { SwitchStorage } from './switchStorage.ts';
