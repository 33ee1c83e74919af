import { z } from 'zod';
import {
  getOrganisation,
  getPerson,
  link,
  orSuppliers,
  route,
  see,
  staff,
  suppliesAt,
  type AnyRoute,
  type Context,
  type Page,
} from '../../platform/http/index.ts';
import { findOrganisation, listUnits, settingsPages } from '../organisations/index.ts';
import type { Keys } from './keys.ts';
import { StaffPage, type StaffView } from './pages/staff-page.tsx';
import { appoint, dismiss } from './people/appoint.ts';
import { listMandates } from './people/mandates.ts';
import { decideStaff, StaffForm } from './people/staff-form.ts';
import { texts } from './texts/index.ts';

export type StaffRouteParts = {
  readonly keys: Keys;
  /** Our name for the identity provider that staff sign in with. */
  readonly realm: string;
};

const { path } = settingsPages.roles;
/** At a supplier all give the only role that there is. */
const givers = orSuppliers(staff('admin'));
const notes = ['given', 'ended', 'last-admin', 'not-held'] as const;
const untouched: StaffForm = { who: '', role: '', unit: '', label: '' };

async function page(context: Context, shown: Partial<StaffView> = {}): Promise<Page> {
  const { tx, language, now } = context;
  const organisation = getOrganisation(context);
  const supplies = suppliesAt(context.actor, organisation);
  const view = {
    organisation,
    language,
    supplies,
    rows: await listMandates(tx, organisation, now),
    units: await listUnits(tx, organisation),
    typed: untouched,
    problems: [],
    note: null,
    giveTo: link({ path }, { organisation }),
    endAt: link(endRole, { organisation }),
    ...shown,
  };
  const failed = view.problems.length > 0;
  const words = texts(language);
  const { title } = supplies ? words.colleagues : words.staff;
  const content = <StaffPage view={view} />;
  return {
    kind: 'page',
    title,
    frame: { kind: 'work', area: 'none' },
    content,
    ...(failed ? { failed, status: 422 } : {}),
  };
}

const showRoles = route({
  method: 'GET',
  path,
  access: givers,
  query: z.object({ nytt: z.enum(notes).optional() }),
  handle: async (context, { query }) => page(context, { note: query.nytt ?? null }),
});

const endRole = route({
  method: 'POST',
  path: '/arbete/:organisation/installningar/roller/avsluta',
  access: givers,
  body: z.object({ person: z.uuid(), role: z.string().max(40), unit: z.string().max(60).default('') }),
  handle: async (context, { body: { person, role, unit } }) => {
    const organisation = getOrganisation(context);
    const by = getPerson(context).person;
    const giver = suppliesAt(context.actor, organisation) ? 'supplier' : 'admin';
    const wanted = {
      organisation,
      person,
      role,
      unit: unit === '' ? null : unit,
      by,
      at: context.now,
      giver,
    } as const;
    const ended = await dismiss(context.tx, wanted);
    return see(link(showRoles, { organisation }, { nytt: ended.ok ? 'ended' : ended.failure.kind }));
  },
});

/** The page on which an administrator gives and ends roles. Needs keys, so it is made by `main.ts`. */
export function staffRoutes({ keys, realm }: StaffRouteParts): readonly AnyRoute[] {
  const giveRole = route({
    method: 'POST',
    path,
    access: givers,
    body: StaffForm,
    handle: async (context, { body }) => {
      const { tx, newId, newSecret, now } = context;
      const organisation = getOrganisation(context);
      const name = (await findOrganisation(tx, organisation))?.name ?? organisation;
      const units = await listUnits(tx, organisation);
      const supplies = suppliesAt(context.actor, organisation);
      const decided = decideStaff(body, { name, units, realm, supplies });
      if (!decided.ok) return page(context, { typed: body, problems: decided.problems });
      const { subject, role, unit, label } = decided;
      const by = getPerson(context).person;
      await appoint(tx, { organisation, subject, role, unit, label, by }, { keys, newId, newSecret, now });
      return see(link(showRoles, { organisation }, { nytt: 'given' }));
    },
  });
  return [showRoles, giveRole, endRole];
}
