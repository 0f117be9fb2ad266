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
  // The developer can fix these errors. Any other error is a bug of the playground and needs its stack trace.
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
