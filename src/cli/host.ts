import { z } from 'zod';
import { findByHost, findOrganisation, saveHost } from '../modules/organisations/index.ts';
import type { Config } from '../platform/config/index.ts';
import { appendLog } from '../platform/log/index.ts';
import { usage } from './help.ts';
import { readArguments } from './kernel/arguments.ts';
import { Unusable } from './kernel/failure.ts';
import { withDatabase, type Say } from './place.ts';

const HostName = z
  .hostname()
  .max(253)
  .transform((name) => name.toLowerCase());

function readHost(args: readonly string[]): { readonly organisation: string; readonly host: string | null } {
  const files = args.includes('--remove') ? 1 : 2;
  const [organisation = '', given] = readArguments(args, {
    line: usage.host,
    files,
    switches: ['remove'],
  }).files;
  if (given === undefined) return { organisation, host: null };
  const host = HostName.safeParse(given);
  if (host.success) return { organisation, host: host.data };
  throw new Unusable(`kommons: ${given} is no host name; write one such as e-tjanster.harnosand.example`);
}

/** `kommons host SLUG HOST`: in force within a minute in a running Kommons. */
export async function giveHost(args: readonly string[], config: Config, say: Say): Promise<number> {
  const { organisation, host } = readHost(args);
  if (host !== null && host === new URL(config.origin).hostname) {
    throw new Unusable(`kommons: ${host} is Kommons's own (KOMMONS_ORIGIN); give the organisation another`);
  }
  await withDatabase(config, say, (db) =>
    db.transaction({ organisation, person: null }, async (tx) => {
      if ((await findOrganisation(tx, organisation)) === null) {
        throw new Unusable(
          `kommons: there is no organisation ${organisation}; write a slug such as harnosand`,
        );
      }
      const holder = host === null ? null : await findByHost(tx, host);
      if (holder !== null && holder.id !== organisation) {
        throw new Unusable(`kommons: ${host} belongs to ${holder.id}; take it away there first`);
      }
      await saveHost(tx, organisation, host);
      const kind = host === null ? 'host-removed' : 'host-given';
      await appendLog(tx, {
        organisation,
        subject: `organisations.organisation:${organisation}`,
        kind,
        actor: 'operator',
        at: new Date(),
        data: { host },
      });
    }),
  );
  say(host === null ? `${organisation} has no host name of its own` : `${organisation} answers at ${host}`);
  return 0;
}
