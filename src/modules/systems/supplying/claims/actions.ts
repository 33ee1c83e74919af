import { emit } from '../../../../platform/events/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import { standsFor } from '../../catalogue/catalogue.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import { lockShown, showUsages } from '../../everybody/show.ts';
import { changeUsages, type Act } from '../../usages/actions.ts';
import { findPolicy, findUsage } from '../../usages/store.ts';
import { leftToday } from '../../pace.ts';
import { ownRecords } from '../records.ts';
import type { ClaimAnswer, ReceivedClaim } from './claim.ts';
import { claimMade, claimTakenBack } from './events.ts';
import {
  findReceived,
  forgetAnswer,
  isSilent,
  lockClaim,
  saveClaim,
  saveClaimAnswer,
  saveTakenBack,
} from './store.ts';

export type Claiming = {
  readonly tx: Tx;
  /** The supplier. */
  readonly organisation: string;
  readonly person: string;
  readonly at: Date;
  readonly newId: () => string;
};

export type Claimed =
  | { readonly ok: true }
  | { readonly ok: false; readonly failure: { readonly kind: 'not-own' | 'claimed' | 'too-many' } };

/**
 * Says that somebody is a customer. The same is done whatever the customer thinks of claims: nothing in what it takes
 * or answers tells the supplier anything.
 */
export async function claimCustomer(
  { tx, organisation, person, at, newId }: Claiming,
  claim: { readonly customer: string; readonly product: string; readonly since: string | null },
): Promise<Claimed> {
  const catalogue = await readCatalogue(tx);
  const own = await ownRecords(tx, organisation, catalogue);
  const product = own.products.find(({ record }) => record.id === claim.product)?.record;
  if (product === undefined) return { ok: false, failure: { kind: 'not-own' } };
  if ((await leftToday(tx, 'claims', { organisation, at })) === 0)
    return { ok: false, failure: { kind: 'too-many' } };
  const id = newId();
  const { customer, since } = claim;
  const saved = await saveClaim(tx, {
    id,
    organisation,
    customer,
    product: product.id,
    since,
    author: person,
    at,
  });
  if (!saved) return { ok: false, failure: { kind: 'claimed' } };
  await emit(
    tx,
    claimMade,
    { supplier: organisation, customer, claim: id, about: product.name },
    { id: newId(), organisation, subject: `claims ${customer}`, at },
  );
  return { ok: true };
}

/** Takes a claim back, whatever became of it; whether it stood. */
export async function takeBackClaim(
  { tx, organisation, at, newId }: Omit<Claiming, 'person'>,
  id: string,
): Promise<boolean> {
  await lockClaim(tx, id);
  const customer = await saveTakenBack(tx, { organisation, id, at });
  if (customer === null) return false;
  await emit(
    tx,
    claimTakenBack,
    { supplier: organisation, customer, claim: id },
    { id: newId(), organisation, subject: `claims ${customer}`, at },
  );
  return true;
}

/** The system in use that a confirmed claim is about: none, one that is there, or a new one. */
export type ClaimedUsage =
  | { readonly kind: 'none' }
  | { readonly kind: 'known'; readonly id: string }
  | { readonly kind: 'new' };

type Answering = Omit<Claiming, 'organisation'> & {
  /** The customer. */
  readonly organisation: string;
};

export type ClaimAnswered =
  | { readonly ok: true; readonly usage: string | null }
  | { readonly ok: false; readonly failure: { readonly kind: 'missing' | 'no-usage' } };

/** Answers a claim, or answers it anew. */
export async function answerClaim(
  { tx, organisation, person, at, newId }: Answering,
  id: string,
  said: { readonly answer: ClaimAnswer; readonly usage: ClaimedUsage },
): Promise<ClaimAnswered> {
  await lockClaim(tx, id);
  const claim = (await isSilent(tx, organisation)) ? null : await findReceived(tx, organisation, id);
  if (claim === null) return { ok: false, failure: { kind: 'missing' } };
  const wanted = said.answer === 'confirmed' ? said.usage : ({ kind: 'none' } as const);
  const made = wanted.kind === 'new' ? await makeUsage({ tx, organisation, person, at, newId }, claim) : null;
  const usage = wanted.kind === 'known' ? wanted.id : made;
  if (usage !== null && (await findUsage(tx, organisation, usage)) === null)
    return { ok: false, failure: { kind: 'no-usage' } };
  await saveClaimAnswer(tx, organisation, { claim, answer: said.answer, usage, by: person, at });
  await showAnew(tx, organisation, { usages: [usage, claim.usage], at });
  return { ok: true, usage };
}

async function makeUsage(
  { tx, organisation, person, at, newId }: Answering,
  claim: ReceivedClaim,
): Promise<string> {
  const id = newId();
  const { products } = await readCatalogue(tx);
  const product = products.has(claim.product) ? standsFor(products, claim.product) : claim.product;
  const act: Act = {
    kind: 'make',
    id,
    product,
    facts: { status: 'in-use', ...(claim.since === null ? {} : { from: claim.since }) },
    secret: false,
    members: [],
    example: products.get(product)?.record.example === true,
  };
  const done = await changeUsages({ tx, organisation, batch: { id: newId(), at, actor: person } }, [act]);
  if (!done.ok) throw new Error(`the system was not put into use: ${JSON.stringify(done.failures)}`);
  return id;
}

/** That the customer has confirmed it is shown, or no longer, where the system in use is. */
async function showAnew(
  tx: Tx,
  organisation: string,
  { usages, at }: { readonly usages: readonly (string | null)[]; readonly at: Date },
): Promise<void> {
  const ids = [...new Set(usages.filter((id) => id !== null))];
  if (ids.length === 0) return;
  await lockShown(tx, organisation);
  const found = [];
  for (const id of ids) found.push(await findUsage(tx, organisation, id));
  await showUsages(tx, organisation, {
    changed: ids,
    usages: found.filter((usage) => usage !== null),
    policy: await findPolicy(tx, organisation),
    at,
  });
}

/** What the customer has answered is gone with the claim. In the customer's own transaction; harmless to repeat. */
export async function forgetClaim(
  tx: Tx,
  organisation: string,
  { claim, at }: { readonly claim: string; readonly at: Date },
): Promise<void> {
  const usage = await forgetAnswer(tx, organisation, claim);
  await showAnew(tx, organisation, { usages: [usage], at });
}
