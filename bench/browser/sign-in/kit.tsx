import { MaintenanceProvider, SignIn } from 'maintenance-kit';
import { createInMemoryAuth } from 'maintenance-kit/testing';
import type { ReactElement } from 'react';

const { adapter } = createInMemoryAuth();

export const createForm = (): ReactElement => (
  <MaintenanceProvider adapter={adapter}>
    <SignIn />
  </MaintenanceProvider>
);
