import { findOrganisation } from '../modules/organisations/index.ts';
import { saveCurator } from '../modules/systems/index.ts';
import type { Config } from '../platform/config/index.ts';
import { appendLog } from '../platform/log/index.ts';
import { usage } from './help.ts';
import { readArguments } from './kernel/arguments.ts';
import { Unusable } from './kernel/failure.ts';
import { withDatabase, type Say } from './place.ts';

/** `kommons curator ORGANISATION`: its strategists and administrators clean the catalogue of systems, at once. */
export async function makeCurator(args: readonly string[], config: Config, say: Say): Promise<number> {
  const [organisation = ''] = readArguments(args, {
    line: usage.curator,
    files: 1,
    switches: ['remove'],
  }).files;
  const curates = !args.includes('--remove');
  await withDatabase(config, say, (db) =>
    db.transaction({ organisation, person: null }, async (tx) => {
      if ((await findOrganisation(tx, organisation)) === null) {
        throw new Unusable(
          `kommons: there is no organisation ${organisation}; write a slug such as goteborgsregionen`,
        );
      }
      const at = new Date();
      await saveCurator(tx, organisation, { curates, at });
      await appendLog(tx, {
        organisation,
        subject: `organisations.organisation:${organisation}`,
        kind: curates ? 'curator-made' : 'curator-ended',
        actor: 'operator',
        at,
        data: {},
      });
    }),
  );
  say(curates ? `${organisation} cleans the catalogue` : `${organisation} no longer cleans the catalogue`);
  return 0;
}
