import { index, route, type RouteConfig } from '@react-router/dev/routes';

export default [
  index('routes/home.tsx'),
  route('plain', 'routes/plain.tsx'),
  route('report', 'routes/report.tsx'),
  route('session', 'routes/session.tsx'),
] satisfies RouteConfig;
