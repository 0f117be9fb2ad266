// Compiled against the built package, including its declarations, as an application's compiler does.
import 'maintenance-kit/styles.css';
import { MaintenanceProvider } from 'maintenance-kit';
import { betterAuthAdapter } from 'maintenance-kit/adapters/better-auth';
import { clerkAdapter } from 'maintenance-kit/adapters/clerk';
import { frontendApiAdapter } from 'maintenance-kit/adapters/frontend-api';
import { createMaintenanceGate, createMaintenanceSwitch } from 'maintenance-kit/gate';
import { discourse } from 'maintenance-kit/dialects';
import { fileStorage } from 'maintenance-kit/gate/file-storage';
import { watchEvents } from 'maintenance-kit/integrations/gate';
import { graphqlRules } from 'maintenance-kit/integrations/graphql';
import { statuspageWindows } from 'maintenance-kit/integrations/statuspage';
import { pauseMutations } from 'maintenance-kit/integrations/tanstack-query';
import { isMaintenanceError } from 'maintenance-kit/protocol';
import { GuardedMenuItem } from 'maintenance-kit/radix-menu';
import { createInMemoryAuth } from 'maintenance-kit/testing';
import { maintenanceHandlers } from 'maintenance-kit/testing/msw';
import { attachMaintenance } from 'maintenance-kit/testing/playwright';
import { createFrontendApi } from 'maintenance-kit/testing/frontend-api';

export const used: readonly ((...args: never) => unknown)[] = [
  MaintenanceProvider,
  betterAuthAdapter,
  clerkAdapter,
  frontendApiAdapter,
  createMaintenanceGate,
  createMaintenanceSwitch,
  discourse,
  fileStorage,
  isMaintenanceError,
  graphqlRules,
  statuspageWindows,
  pauseMutations,
  watchEvents,
  createInMemoryAuth,
  maintenanceHandlers,
  attachMaintenance,
  createFrontendApi,
];

export const components: readonly object[] = [GuardedMenuItem];
