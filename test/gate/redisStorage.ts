import type { Redis } from 'ioredis';
import { createStorage } from 'unstorage';
import redisDriver from 'unstorage/drivers/redis';
import {
  createMaintenanceSwitch,
  type MaintenanceSwitch,
  type MaintenanceSwitchOptions,
} from 'maintenance-kit/gate';

/** Creates a switch on a Redis server. */
export function createRedisSwitch(url: string, options?: MaintenanceSwitchOptions): MaintenanceSwitch {
  const driver = redisDriver({ url });
  // The switch reports an outage once. Without a listener, ioredis logs every attempt to connect.
  (driver.getInstance?.() as Redis | undefined)?.on('error', () => {});
  return createMaintenanceSwitch(createStorage({ driver }), options);
}
