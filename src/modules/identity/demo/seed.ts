import type { Db, Tx } from '../../../platform/db/index.ts';
import { roles } from '../../../platform/http/index.ts';
import { exampleSuppliers, networks } from '../../organisations/index.ts';
import type { Keys, Subject } from '../keys.ts';
import { grantMandate } from '../people/mandates.ts';
import { actFor, claimSubject, findSubject, savePerson } from '../people/store.ts';
import { roleLabel } from '../people/role-label.ts';
import { demoCitizens, demoMunicipalities } from './citizens.ts';
import { demoMovers, findDemoPerson, placeName, type DemoPerson } from './people.ts';

/** Our name for the provider of demo mode. */
export const demoRealm = 'demo';

const staffRoles = roles.filter((role) => role !== 'citizen');

function getPerson(key: string): DemoPerson {
  const person = findDemoPerson(key);
  if (person === null) throw new Error(`${key} is nobody in the demo world`);
  return person;
}

/**
 * Everybody who can be chosen when signing in: each role in the municipalities and networks, somebody at each supplier,
 * and citizens.
 */
export const demoStaff: readonly DemoPerson[] = [
  ...[...demoMunicipalities, ...networks.map(({ id }) => id)].flatMap((organisation) => [
    ...demoMovers.filter((person) => person.organisation === organisation),
    ...staffRoles.map((role) => getPerson(`${role}@${organisation}`)),
  ]),
  ...exampleSuppliers.map(({ id }) => getPerson(`supplier@${id}`)),
];
export const demoPublic: readonly DemoPerson[] = demoCitizens.map(({ municipality, number }) =>
  getPerson(`citizen:${String(number)}@${municipality}`),
);

const homes = new Map(demoPublic.map(({ id, organisation }) => [id, organisation]));

/** The municipality that an invented citizen lives in; null for anybody else. */
export const findDemoHome = (person: string): string | null => homes.get(person) ?? null;

function subjectOf(person: DemoPerson): Subject {
  return person.personalNumber === null
    ? { kind: 'provider', realm: demoRealm, subject: person.key }
    : { kind: 'personal-number', number: person.personalNumber };
}

type Fresh = { readonly keys: Keys; readonly newSecret: () => string; readonly at: Date };

/** False for somebody who is known already. */
async function makeKnown(tx: Tx, person: DemoPerson, { keys, newSecret, at }: Fresh): Promise<boolean> {
  const subject = subjectOf(person);
  if ((await findSubject(tx, keys, [subject])) !== null) return false;
  await claimSubject(tx, keys, subject, person.id);
  await actFor(tx, person.id);
  const { id, name, personalNumber, organisation } = person;
  await savePerson(tx, keys, { id, name, personalNumber, fresh: newSecret(), at });
  await appointTo(tx, person, { organisation, at });
  return true;
}

async function appointTo(
  tx: Tx,
  { id: person, role, before }: DemoPerson,
  { organisation, at }: { readonly organisation: string; readonly at: Date },
): Promise<void> {
  if (role === 'citizen') return;
  const one = roleLabel(role, placeName(organisation));
  // Colleagues tell the two with that role apart.
  const label = before === undefined ? one : one.replace(',', ' 2,');
  await grantMandate(tx, { organisation, person, role, unit: null, label, from: at, until: null });
}

/**
 * The people of the demo world, with their roles. Needs the organisations; harmless to repeat, and then
 * only looks.
 */
export async function seedDemoPeople(db: Db, fresh: Fresh): Promise<void> {
  const everybody = Map.groupBy([...demoStaff, ...demoPublic], ({ organisation }) => organisation);
  const moved: DemoPerson[] = [];
  for (const [organisation, people] of everybody) {
    await db.transaction({ organisation, person: null }, async (tx) => {
      for (const person of people)
        if ((await makeKnown(tx, person, fresh)) && person.before !== undefined) moved.push(person);
    });
  }
  for (const person of moved) {
    const { before: organisation = '' } = person;
    await db.transaction({ organisation, person: null }, (tx) =>
      appointTo(tx, person, { organisation, at: fresh.at }),
    );
  }
}
