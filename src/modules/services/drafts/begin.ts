import type { Context } from '../../../platform/http/index.ts';
import { getOrganisation } from '../../../platform/http/index.ts';
import { isoDay } from '../../../platform/text/index.ts';
import type { Service } from '../running.ts';
import { emptyContent } from './content.ts';
import type { Holder } from './draft.ts';
import { keptUntil } from './draft.ts';
import { hashSecret, writeDraftKey } from './draft-key.ts';
import { insertDraft } from './store.ts';
import { countBegun } from './usage.ts';

export type Begun = { readonly kind: 'begun'; readonly key: string } | { readonly kind: 'sign-in' };

/**
 * Begins a draft in the version that is in use. Who is not signed in, in a service that allows it, gets a
 * secret address; the draft belongs to whoever holds it.
 */
export async function beginDraft(ctx: Context, service: Service): Promise<Begun> {
  if (ctx.actor.kind === 'anonymous' && service.definition.signIn === 'required') return { kind: 'sign-in' };
  const id = ctx.newId();
  const secret = ctx.newSecret();
  const personal = ctx.actor.kind === 'person';
  const holder: Holder =
    ctx.actor.kind === 'person'
      ? { kind: 'person', person: ctx.actor.person }
      : { kind: 'bearer', secretHash: hashSecret(secret) };
  await insertDraft(ctx.tx, {
    organisation: getOrganisation(ctx),
    id,
    work: service.work,
    holder,
    pin: service.pin,
    language: ctx.language,
    revision: 0,
    begunAt: ctx.now,
    savedAt: ctx.now,
    keptUntil: keptUntil(ctx.now),
    content: emptyContent,
  });
  await countBegun(ctx.tx, {
    organisation: getOrganisation(ctx),
    work: service.work,
    begun: isoDay(ctx.now),
  });
  return {
    kind: 'begun',
    key: writeDraftKey(personal ? { kind: 'personal', id } : { kind: 'bearer', id, secret }),
  };
}
