export type { MaintenanceScope, MaintenanceState } from '../monitor/maintenanceState.ts';
export { maintenanceState, type MaintenanceStateOptions } from './maintenanceState.ts';
export { readMaintenanceState, type ReadMaintenanceStateOptions } from './readMaintenanceState.ts';
