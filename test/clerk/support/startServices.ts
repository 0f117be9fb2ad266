import type { TestProject } from 'vitest/node';
import { startLoopback } from '../../adapters/loopback.ts';
import { startService, type Service } from './service.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The URL where a test file receives and controls its service. */
    readonly controlUrl: string;
  }
}

/** Starts one service for each test file, since the files run at the same time, and one URL that controls them. */
export default async function startServices(project: TestProject): Promise<() => Promise<void>> {
  const services: Service[] = [];

  async function answer(request: Request): Promise<unknown> {
    const [index, action, ...values] = JSON.parse(await request.text()) as [
      number | null,
      keyof Service['actions'],
      ...unknown[],
    ];
    if (index !== null) return Reflect.apply(services[index]?.actions[action] ?? fail, undefined, values);
    const service = await startService();
    return { index: services.push(service) - 1, origin: service.origin };
  }

  const control = await startLoopback(async (request) => {
    const result = await answer(request);
    return Response.json(result ?? null, { headers: { 'access-control-allow-origin': '*' } });
  });
  project.provide('controlUrl', control.origin);
  return async () => {
    await Promise.all([control, ...services].map((server) => server.close()));
  };
}

function fail(): never {
  throw new Error('There is no such service.');
}
