export { classifyRequest, type ClassifyRequestOptions } from './classifyRequest.ts';
export {
  assertRequestRules,
  type RequestDescription,
  type RequestKind,
  type RequestRule,
} from './requestRules.ts';
export { KitError } from './KitError.ts';
export { maintenanceResponse, type MaintenanceResponseOptions } from './maintenanceResponse.ts';
export { contractNotice, MAINTENANCE_CODE, type MaintenanceNotice } from './notice.ts';
export {
  isMaintenanceError,
  parseMaintenanceNotice,
  type ParseMaintenanceNoticeOptions,
} from './parseMaintenanceNotice.ts';
export { readMaintenanceNotice, type ReadMaintenanceNoticeOptions } from './readMaintenanceNotice.ts';
export { parseRetryAfter } from './retryAfter.ts';
export { readServiceCheck, type ServiceCheck } from './serviceCheck.ts';
export { parseServiceStatus, type MaintenanceWindow, type ServiceStatus } from './serviceStatus.ts';
export {
  SystemUnderMaintenanceError,
  type SystemUnderMaintenanceErrorOptions,
} from './SystemUnderMaintenanceError.ts';
