import { readSettings } from './readSettings.ts';
import { startPlayground } from './startPlayground.ts';
import { StartError } from './StartError.ts';

try {
  const playground = await startPlayground(readSettings(process.env));
  console.log(`maintenance-kit playground: ${playground.address}`);

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void playground.close());
  }
} catch (error) {
  // The reader can mend these; anything else is a mistake of the playground, and its trace belongs on the screen.
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
