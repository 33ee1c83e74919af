import { membersOf } from '../../organisations/index.ts';
import type { Acting } from '../acting.ts';
import { listUseRows } from '../library/door.ts';
import type { Audience } from '../model/audience.ts';
import { readerFor } from '../reader.ts';

/** Those who follow our variant of a work and are among those whom a publication is for. */
export async function listReceivers(
  a: Acting,
  work: string,
  audience: Audience | 'all',
): Promise<readonly string[]> {
  const uses = await listUseRows(a.tx, await readerFor(a), { work, upstream: a.organisation });
  const users = uses.map((use) => use.organisation_id);
  if (audience === 'all') return users;
  switch (audience.kind) {
    case 'everyone':
    case 'public-sector':
      return users;
    case 'networks':
    case 'organisations': {
      const meant = new Set<string>(audience.of);
      for (const id of audience.of) for (const member of await membersOf(a.tx, id)) meant.add(member.id);
      return users.filter((user) => meant.has(user));
    }
  }
}
