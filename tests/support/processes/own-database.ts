// A process that owns a data folder until it is told to stop: for tests that kill it.
import { openDatabase } from '../../../src/platform/db/index.ts';

const database = await openDatabase({
  place: { kind: 'embedded', data: process.argv[2] ?? '' },
  random: Math.random,
  connections: 4,
});
process.on('SIGTERM', () => {
  void database.close().then(() => process.exit(0));
});
process.stdout.write(`ready ${database.serverPid()}\n`);
