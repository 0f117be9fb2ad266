/**
 * A page on which something changes in several ways. Each call makes the next change, up to the last frame of it. `reset`
 * runs after each and is not measured.
 */
export type Subjects = Readonly<Record<string, () => Promise<void>>>;

const pages: Readonly<Record<string, (subject: string) => Promise<Subjects>>> = {
  mount: async (peer) => (await import('./mount.tsx')).createMounts(peer),
  consumers: async () => (await import('./consumers.tsx')).createConsumers(),
  buttons: async () => (await import('./buttons.tsx')).createButtons(),
};

let subjects: Subjects = {};

/** Creates a page and returns the names of its subjects. */
async function prepare(name: string, subject: string): Promise<readonly string[]> {
  subjects = (await pages[name]?.(subject)) ?? {};
  return Object.keys(subjects).filter((each) => each !== 'reset');
}

export const changes = { prepare, change: (name: string): Promise<void> | undefined => subjects[name]?.() };
