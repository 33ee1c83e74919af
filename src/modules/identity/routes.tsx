import { z } from 'zod';
import { getPerson, json, roles, route, see, signedIn, type AnyRoute } from '../../platform/http/index.ts';
import { findNames } from '../organisations/index.ts';
import { AccountPage } from './pages/account-page.tsx';
import { listReadsAbout } from './reads/store.ts';
import { endAllSessions, listSessions } from './sessions/store.ts';
import { texts } from './texts/index.ts';

const showAccount = route({
  method: 'GET',
  path: '/konto',
  access: signedIn,
  handle: async (context) => {
    const { tx, language, now } = context;
    const { person, name, mandates, workingFor } = getPerson(context);
    const reads = await listReadsAbout(tx, person);
    const named = await findNames(
      tx,
      [...mandates, ...reads].map(({ organisation }) => organisation),
    );
    const withName = <Row extends { readonly organisation: string }>(row: Row) => ({
      ...row,
      organisationName: named.get(row.organisation) ?? row.organisation,
    });
    const view = {
      language,
      name,
      mandates: mandates.map(withName),
      workingFor,
      sessions: await listSessions(tx, person, now),
      reads: reads.map(withName),
      everywhere: signOutEverywhere.path,
    };
    const title = texts(language).account.title;
    return { kind: 'page', title, frame: { kind: 'front' }, content: <AccountPage view={view} /> };
  },
});

const signOutEverywhere = route({
  method: 'POST',
  path: '/konto/logga-ut-overallt',
  access: signedIn,
  handle: async (context) => {
    await endAllSessions(context.tx, getPerson(context).person);
    return see('/');
  },
});

const showMe = route({
  method: 'GET',
  path: '/api/v1/me',
  access: signedIn,
  operation: {
    summary: 'Who the request is made as, and with which roles',
    tag: 'Identity',
    response: z.object({
      person: z.uuid(),
      name: z.string(),
      workingFor: z.string().nullable(),
      mandates: z.array(
        z.object({ organisation: z.string(), unit: z.string().nullable(), role: z.enum(roles) }),
      ),
    }),
  },
  handle: async (context) => {
    const { person, name, workingFor, mandates } = getPerson(context);
    return json({ person, name, workingFor, mandates });
  },
});

export const routes: readonly AnyRoute[] = [showAccount, signOutEverywhere, showMe];
