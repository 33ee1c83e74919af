import { z } from 'zod';
import {
  getOrganisation,
  getPerson,
  link,
  route,
  see,
  staff,
  type AnyRoute,
  type Context,
  type Page,
} from '../../platform/http/index.ts';
import { connectionsPage, settingsPages } from '../organisations/index.ts';
import { KeyPage, ProgramsPage, type ProgramsView } from './pages/programs-page.tsx';
import { decideProgram, keyOf, ProgramForm, type Asked, type ProgramRole } from './programs/program.ts';
import { addProgram, endProgram, listPrograms } from './programs/store.ts';
import { texts } from './texts/index.ts';

const { path } = settingsPages.programs;
const access = staff('admin');
const frame = { kind: 'work', area: 'none' } as const;
const untouched: ProgramForm = { name: '', role: '', may: 'read', days: '365' };

async function page(context: Context, shown: Partial<ProgramsView> = {}): Promise<Page> {
  const { tx, language, now } = context;
  const organisation = getOrganisation(context);
  const view = {
    organisation,
    language,
    now,
    rows: await listPrograms(tx, organisation),
    typed: untouched,
    problems: [],
    ended: null,
    addTo: link({ path }, { organisation }),
    endAt: link(end, { organisation }),
    ...shown,
  };
  const failed = view.problems.length > 0;
  return {
    kind: 'page',
    title: texts(language).programs.title,
    frame,
    content: <ProgramsPage view={view} />,
    ...(failed ? { failed, status: 422 } : {}),
  };
}

const show = route({
  method: 'GET',
  path,
  access,
  query: z.object({ avslutat: z.string().max(200).optional() }),
  handle: async (context, { query }) => page(context, { ended: query.avslutat ?? null }),
});

/** Where a program begins, by whose work it does. */
const addressesOf: Readonly<Record<ProgramRole, readonly string[]>> = {
  designer: ['works', 'contributions', 'notices'],
  'training-lead': ['guides'],
  strategist: ['usages', 'everybody/usages'],
};

/** The page itself holds the key, and nothing else does: sent again, the name is taken. */
function keyPage(context: Context, { name, expiresAt, role }: Asked, key: string): Page {
  const { language, origin } = context;
  const organisation = getOrganisation(context);
  const view = {
    organisation,
    language,
    name,
    key,
    until: expiresAt,
    example: `curl --header "Authorization: Bearer ${key}" "${origin}/api/v1/me"`,
    addresses: addressesOf[role].map((rest) => `${origin}/api/v1/organisations/${organisation}/${rest}`),
    described: `${origin}/api/v1/openapi.json`,
    connections: role === 'strategist' ? link(connectionsPage, { organisation }) : null,
    backTo: link(show, { organisation }),
  };
  const title = texts(language).programs.keyTitle(name);
  return { kind: 'page', title, frame, content: <KeyPage view={view} /> };
}

const add = route({
  method: 'POST',
  path,
  access,
  body: ProgramForm,
  handle: async (context, { body }) => {
    const { tx, now, newId, newSecret } = context;
    const decided = decideProgram(body, now);
    if (!decided.ok) return page(context, { typed: body, problems: decided.problems });
    const key = keyOf(newSecret());
    const added = await addProgram(tx, {
      ...decided.asked,
      organisation: getOrganisation(context),
      id: newId(),
      key,
      by: getPerson(context).person,
      at: now,
    });
    return added === 'added'
      ? keyPage(context, decided.asked, key)
      : page(context, { typed: body, problems: [{ field: 'name', kind: added }] });
  },
});

const end = route({
  method: 'POST',
  path: `${path}/avsluta`,
  access,
  body: z.object({ id: z.uuid() }),
  handle: async (context, { body: { id } }) => {
    const organisation = getOrganisation(context);
    const by = getPerson(context).person;
    const ended = await endProgram(context.tx, { organisation, id, by, at: context.now });
    return see(link(show, { organisation }, { avslutat: ended ?? '' }));
  },
});

/** The page on which an administrator lets programs use the API and ends their keys. */
export const programRoutes: readonly AnyRoute[] = [show, add, end];
