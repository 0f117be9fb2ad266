// The code that reads the notice of a maintenance, which `lazyReader` loads as one.
export { parsePartialNotice } from './parsePartialNotice.ts';
export { parseMaintenanceNotice } from './parseMaintenanceNotice.ts';
export { readMaintenanceNotice, readStartedNotice } from './readMaintenanceNotice.ts';
export { readServiceCheck } from './serviceCheck.ts';
