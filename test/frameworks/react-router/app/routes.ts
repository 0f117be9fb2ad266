import { index, route, type RouteConfig } from '@react-router/dev/routes';

export default [
  index('routes/home.tsx'),
  route('plain', 'routes/plain.tsx'),
  route('report', 'routes/report.tsx'),
] satisfies RouteConfig;
