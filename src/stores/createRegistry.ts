/** Returns the store that `create` makes: the same one each time. */
export type Registry<Services> = <Store>(create: (services: Services) => Store) => Store;

/**
 * Creates a registry of stores that are made when they are first needed. The code of a store arrives with the code that
 * names its factory, so an application without forms doesn't load the store of drafts.
 */
export function createRegistry<Services>(
  servicesOf: (registry: Registry<Services>) => Services,
): Registry<Services> {
  const stores = new Map<unknown, unknown>();
  const registry: Registry<Services> = <Store>(create: (services: Services) => Store): Store => {
    if (!stores.has(create)) stores.set(create, create(services));
    return stores.get(create) as Store;
  };
  const services = servicesOf(registry);
  return registry;
}
