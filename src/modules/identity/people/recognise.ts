import type { Tx } from '../../../platform/db/index.ts';
import type { Keys, Subject } from '../keys.ts';
import { actFor, claimSubject, findSubject, savePerson } from './store.ts';

/** What a sign-in method has proved about somebody. */
export type VerifiedIdentity = {
  /** The provider's lasting name, whatever its address. */
  readonly realm: string;
  /** The provider's own id of the person. */
  readonly subject: string;
  /** Twelve digits; null where the provider says none, as for staff. */
  readonly personalNumber: string | null;
  readonly name: string;
  readonly acr: string | null;
};

type Fresh = { readonly newId: () => string; readonly newSecret: () => string; readonly at: Date };

/**
 * The person behind a proved identity, made known at the first sign-in. The same personal number from two
 * providers is one person. The transaction acts for the person afterwards.
 */
export async function recognise(
  tx: Tx,
  keys: Keys,
  { identity, fresh }: { readonly identity: VerifiedIdentity; readonly fresh: Fresh },
): Promise<string> {
  const { realm, subject, personalNumber, name } = identity;
  const own: Subject = { kind: 'provider', realm, subject };
  const subjects: readonly Subject[] =
    personalNumber === null ? [own] : [{ kind: 'personal-number', number: personalNumber }, own];
  let person = (await findSubject(tx, keys, subjects)) ?? fresh.newId();
  for (const [index, known] of subjects.entries()) {
    const claimed = await claimSubject(tx, keys, known, person);
    if (index === 0) person = claimed;
  }
  await actFor(tx, person);
  await savePerson(tx, keys, { id: person, name, personalNumber, fresh: fresh.newSecret(), at: fresh.at });
  return person;
}
