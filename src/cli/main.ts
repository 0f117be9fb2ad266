#!/usr/bin/env node
import { runCli } from './runCli.ts';

process.exitCode = await runCli(process.argv.slice(2), {
  print: (text) => process.stdout.write(text),
  printError: (text) => process.stderr.write(text),
  env: process.env,
});
