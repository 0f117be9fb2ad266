export { maintenancePreview, type MaintenanceParameters } from './StorybookPreview.tsx';
