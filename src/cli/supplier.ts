import { appointElsewhere, deriveKeys, roleLabel, subjectOf } from '../modules/identity/index.ts';
import { openAccount, type AccountFailure } from '../modules/systems/index.ts';
import { getKey, type Config } from '../platform/config/index.ts';
import { createIds, createSecrets, secureBytes } from '../platform/ids.ts';
import { usage } from './help.ts';
import { readArguments } from './kernel/arguments.ts';
import { Unusable } from './kernel/failure.ts';
import { withDatabase, type Say } from './place.ts';

function explain(named: string, failure: AccountFailure): Unusable {
  switch (failure.kind) {
    case 'no-record':
      return new Unusable(
        `kommons: the catalogue has no supplier ${named}, or several; write its id there, such as exempelverket`,
      );
    case 'kept':
      return new Unusable(`kommons: ${failure.by} looks after ${named} already`);
    case 'no-supplier':
      return new Unusable('kommons: --organisation is to be a supplier that has an account already');
  }
}

/** Our name for the identity provider. */
const realmOf = (config: Config): string =>
  config.mode === 'demo' ? 'demo' : new URL(config.signIn.issuer).host;

/** `kommons supplier NAME-OR-ID`: a supplier of the catalogue looks after its own records, at once. */
export async function makeSupplier(args: readonly string[], config: Config, say: Say): Promise<number> {
  const read = readArguments(args, { line: usage.supplier, files: 1, values: ['person', 'organisation'] });
  const [named = ''] = read.files;
  const who = read.value('person');
  const subject = who === undefined ? null : subjectOf(who, realmOf(config));
  if (subject !== null && 'field' in subject)
    throw new Unusable(
      `kommons: ${who} is no personal number and no id; write twelve digits or the provider's id`,
    );
  const keys = deriveKeys(config.mode === 'demo' ? await getKey(config.data) : config.key);
  const now = new Date();
  const newId = createIds(() => now, secureBytes);
  const newSecret = createSecrets(secureBytes);
  const opened = await withDatabase(config, say, (db) =>
    db.transaction({ organisation: null, person: null }, async (tx) => {
      const account = read.value('organisation') ?? null;
      const made = await openAccount(tx, { record: named, account, at: now, actor: 'operator' });
      if (!made.ok) throw explain(named, made.failure);
      if (subject === null) return made;
      const label = roleLabel('supplier', made.name);
      const { organisation: at } = made;
      const appointment = {
        organisation: at,
        subject,
        role: 'supplier',
        unit: null,
        label,
        by: null,
      } as const;
      await appointElsewhere(tx, { ...appointment, from: null }, { keys, newId, newSecret, now });
      return made;
    }),
  );
  say(`${opened.name} (${opened.organisation}) looks after ${opened.record} in the catalogue`);
  if (who !== undefined) say(`${who} works there from now on`);
  return 0;
}
