// One of many processes that open the same database at once: sets it up, serves one transaction, ends.
import { openDatabase } from '../../../src/platform/db/index.ts';

const database = await openDatabase({
  place: { kind: 'server', url: process.argv[2] ?? '' },
  random: Math.random,
  connections: 2,
  scratch: true,
});
await database.db.transaction({ organisation: null, person: null }, (tx) =>
  tx.selectFrom('platform.log').select('n').execute(),
);
process.stdout.write(JSON.stringify(database.migrated));
await database.close();
