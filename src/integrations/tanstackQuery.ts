export {
  guardedMutationOptions,
  type GuardableMutationOptions,
} from './tanstack-query/guardedMutationOptions.ts';
export { pauseMutations, type PauseMutationsOptions } from './tanstack-query/pauseMutations.ts';
export type {
  PausableMutation,
  PausableMutationCache,
  PausableQueryClient,
} from './tanstack-query/PausableMutation.ts';
export { maintenanceRetry, type MaintenanceRetry } from './tanstack-query/maintenanceRetry.ts';
