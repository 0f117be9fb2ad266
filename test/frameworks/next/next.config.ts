import { join } from 'node:path';
import type { NextConfig } from 'next';

const config: NextConfig = {
  // The kit's hooks and components work in components that the compiler memoizes.
  reactCompiler: true,
  // The packages lie in the folder above.
  turbopack: { root: join(import.meta.dirname, '..') },
  outputFileTracingRoot: join(import.meta.dirname, '..'),
  // The repository's type check reads these files.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  // Each build is the first one in CI.
  experimental: { turbopackFileSystemCacheForBuild: false },
};

export default config;
