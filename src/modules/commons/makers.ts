import {
  getOrganisation,
  hasRole,
  staff,
  type Access,
  type Context,
  type Role,
} from '../../platform/http/index.ts';
import { findContribution } from './actions/review.ts';
import { findVariant } from './actions/read.ts';
import { findWork } from './actions/library.ts';
import { acting } from './acting.ts';
import { listKinds } from './model/kind.ts';
import { makersOf, ofEvery } from './model/makers.ts';
import { readerOf } from './reader.ts';

/** Roles that make works of some kinds alone, if a kind says so. */
const ofSome = ['training-lead'] as const satisfies readonly Role[];

/** Whether whoever acts makes and introduces works of the kind for their organisation. */
export const mayMake = (context: Context, kind: string, organisation = getOrganisation(context)): boolean =>
  hasRole(context, organisation, ...makersOf(kind));

/** The kinds that whoever acts may make. */
export const kindsToMake = (context: Context): ReadonlySet<string> =>
  new Set(listKinds().flatMap(({ id }) => (mayMake(context, id) ? [id] : [])));

/** The kind of what a path names: a work that one has or could have, or one that a contribution is about. */
async function kindAt(context: Context, params: Readonly<Record<string, string>>): Promise<string | null> {
  const a = acting(context);
  const { work, contribution } = params;
  const about = work ?? (contribution === undefined ? null : (await findContribution(a, contribution))?.work);
  if (about === null || about === undefined) return null;
  const variant = await findVariant(a, about);
  if (variant !== null) return variant.kind;
  const shared = await findWork(context.tx, await readerOf(context), { work: about, now: context.now });
  return shared?.kind ?? null;
}

type Staff = Extract<Access, { readonly kind: 'staff' }>;

/** Who changes an organisation's works; some of them works of their own kinds alone. */
export const designers: Staff = {
  kind: 'staff',
  roles: ofEvery,
  also: {
    roles: ofSome,
    may: async (context, params) => {
      const kind = await kindAt(context, params);
      return kind !== null && mayMake(context, kind);
    },
  },
};

/** Who begins new works; which kinds is for the route to ask. */
export const creators: Access = staff(...ofEvery, ...ofSome);

/** Those who change works of every kind, for what is about no work, or about all of them. */
export const ofAllKinds: Access = staff(...ofEvery);
