import { z } from 'zod';
import {
  getOrganisation,
  link,
  route,
  see,
  staff,
  type AnyRoute,
  type Context,
  type Page,
} from '../../platform/http/index.ts';
import { settingsPages } from './addresses.ts';
import { decideLooks, LooksForm } from './looks.ts';
import { LooksPage } from './pages/looks-page.tsx';
import { UnitsPage, type UnitsView } from './pages/units-page.tsx';
import { findProfile, listUnits, saveProfile, saveUnit } from './profile.ts';
import { texts } from './texts/index.ts';
import { decideUnit } from './units.ts';

/** The settings begin with what everybody sees. */
const showSettings = route({
  method: 'GET',
  path: '/arbete/:organisation/installningar',
  access: staff('admin'),
  handle: async (_, { params: { organisation } }) => see(link(showLooks, { organisation })),
});

export const showLooks = route({
  method: 'GET',
  path: settingsPages.looks.path,
  access: staff('admin'),
  query: z.object({ sparat: z.string().optional() }),
  handle: async (context, { query }) => {
    const organisation = getOrganisation(context);
    const { colour, phone, email, example } = await findProfile(context.tx, organisation);
    const view = {
      organisation,
      language: context.language,
      action: link(saveLooks, { organisation }),
      typed: { colour: colour ?? '', phone: phone ?? '', email: email ?? '' },
      problems: [],
      saved: query.sparat !== undefined,
      example,
    };
    const title = texts(context.language).looks.title;
    return { kind: 'page', title, frame: { kind: 'work', area: 'none' }, content: <LooksPage view={view} /> };
  },
});

export const saveLooks = route({
  method: 'POST',
  path: settingsPages.looks.path,
  access: staff('admin'),
  body: LooksForm,
  handle: async (context, { body }) => {
    const { tx, language, now } = context;
    const organisation = getOrganisation(context);
    const decided = decideLooks(body);
    if (decided.ok) {
      await saveProfile(tx, organisation, { ...decided.profile, at: now });
      return see(link(showLooks, { organisation }, { sparat: 'ja' }));
    }
    const action = link(saveLooks, { organisation });
    const view = {
      organisation,
      language,
      action,
      typed: body,
      problems: decided.problems,
      saved: false,
      example: false,
    };
    return {
      kind: 'page',
      status: 422,
      failed: true,
      title: texts(language).looks.title,
      frame: { kind: 'work', area: 'none' },
      content: <LooksPage view={view} />,
    };
  },
});

async function unitsPage(context: Context, shown: Pick<UnitsView, 'typed' | 'problem'>): Promise<Page> {
  const { tx, language } = context;
  const organisation = getOrganisation(context);
  const units = await listUnits(tx, organisation);
  const view = { language, organisation, action: link(saveUnits, { organisation }), units, ...shown };
  const title = texts(language).units.title;
  const failed = shown.problem !== null;
  const content = <UnitsPage view={view} />;
  return {
    kind: 'page',
    title,
    frame: { kind: 'work', area: 'none' },
    content,
    ...(failed ? { failed, status: 422 } : {}),
  };
}

export const showUnits = route({
  method: 'GET',
  path: settingsPages.units.path,
  access: staff('admin'),
  handle: async (context) => unitsPage(context, { typed: '', problem: null }),
});

export const saveUnits = route({
  method: 'POST',
  path: settingsPages.units.path,
  access: staff('admin'),
  body: z.object({ name: z.string().max(120).default('') }),
  handle: async (context, { body: { name } }) => {
    const organisation = getOrganisation(context);
    const decided = decideUnit(name, await listUnits(context.tx, organisation));
    if (!decided.ok) return unitsPage(context, { typed: name, problem: decided.failure });
    await saveUnit(context.tx, organisation, decided.unit);
    return see(link(showUnits, { organisation }));
  },
});

export const settingsRoutes: readonly AnyRoute[] = [showSettings, showLooks, saveLooks, showUnits, saveUnits];
