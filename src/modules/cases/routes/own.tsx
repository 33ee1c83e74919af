import { z } from 'zod';
import {
  type Context,
  getOrganisation,
  getPerson,
  link,
  missing,
  type Reply,
  route,
  see,
  signedIn,
} from '../../../platform/http/index.ts';
import { isoDay } from '../../../platform/text/index.ts';
import { findNames, findOrganisation } from '../../organisations/index.ts';
import type { Failure } from '../actions/acting.ts';
import { isId } from '../actions/read-case.ts';
import { answerCompletion, writeToMunicipality } from '../actions/talk.ts';
import { addresses } from '../addresses.ts';
import type { Case } from '../model/case.ts';
import { statusOf } from '../pages/failure.ts';
import { OwnCasePage, type OwnDone } from '../pages/own-case-page.tsx';
import { OwnListPage } from '../pages/own-list-page.tsx';
import type { OwnForm } from '../pages/own-view.ts';
import { findDossier } from '../store/dossier.ts';
import { findOwnCase, listOwnCases } from '../store/own.ts';
import { texts } from '../texts/index.ts';
import { decisionReply, fileReply, receiptReply } from './papers.ts';

const text = z.string().default('');

/** The services' own page stands in a module above this one. */
const services = { path: '/k/:organisation/tjanster' } as const;

export const ownCases = route({
  method: 'GET',
  path: addresses.ownCases.path,
  access: signedIn,
  handle: async (context, { params: { organisation } }) => {
    const { tx, language, demo } = context;
    const cases = await listOwnCases(tx, getPerson(context).person);
    const names = await findNames(tx, [...new Set(cases.map((one) => one.organisation))]);
    return {
      kind: 'page',
      title: texts(language).own.title,
      frame: { kind: 'public' },
      content: (
        <OwnListPage
          language={language}
          demo={demo}
          cases={cases}
          names={names}
          services={link(services, { organisation })}
        />
      ),
    };
  },
});

const ownKey = (context: Context, id: string) => ({
  organisation: getOrganisation(context),
  person: getPerson(context).person,
  id,
});

async function findOwn(context: Context, id: string): Promise<Case | null> {
  return isId(id) ? findOwnCase(context.tx, ownKey(context, id)) : null;
}

type Said = {
  readonly done?: OwnDone | null;
  readonly trouble?: { readonly form: OwnForm; readonly failure: Failure; readonly text: string };
};

async function showOwn(context: Context, id: string, { done = null, trouble }: Said): Promise<Reply> {
  const about = await findOwn(context, id);
  if (about === null) return missing;
  const { tx, language, demo, now } = context;
  const municipality = (await findOrganisation(tx, about.organisation))?.publicName ?? '';
  const dossier = await findDossier(tx, about);
  const view = { language, demo, about, dossier, municipality, today: isoDay(now), trouble: trouble ?? null };
  return {
    kind: 'page',
    ...(trouble === undefined ? {} : { status: statusOf(trouble.failure), failed: true }),
    title: about.number,
    frame: { kind: 'public' },
    content: <OwnCasePage view={view} done={done} />,
  };
}

export const ownCase = route({
  method: 'GET',
  path: addresses.ownCase.path,
  access: signedIn,
  query: z.object({ klart: z.enum(['message', 'complete']).nullable().catch(null).default(null) }),
  handle: (context, { params, query }) => showOwn(context, params.case, { done: query.klart }),
});

export const ownMessage = route({
  method: 'POST',
  path: addresses.ownMessage.path,
  access: signedIn,
  body: z.object({ text }),
  takesFiles: async () => true,
  handle: async (context, { params: { organisation, case: id }, body, files }) => {
    if (!isId(id)) return missing;
    const written = await writeToMunicipality(context, ownKey(context, id), { text: body.text, files });
    if (!written.ok) {
      return showOwn(context, id, {
        trouble: { form: 'message', failure: written.failure, text: body.text },
      });
    }
    return see(link(addresses.ownCase, { organisation, case: id }, { klart: 'message' }));
  },
});

export const ownCompletion = route({
  method: 'POST',
  path: addresses.ownCompletion.path,
  access: signedIn,
  body: z.object({ text }),
  takesFiles: async () => true,
  handle: async (context, { params: { organisation, case: id, completion }, body, files }) => {
    if (!isId(id)) return missing;
    const own = { ...ownKey(context, id), completion };
    const answered = await answerCompletion(context, own, { text: body.text, files });
    if (!answered.ok) {
      return showOwn(context, id, {
        trouble: { form: 'complete', failure: answered.failure, text: body.text },
      });
    }
    return see(link(addresses.ownCase, { organisation, case: id }, { klart: 'complete' }));
  },
});

export const ownReceipt = route({
  method: 'GET',
  path: addresses.ownReceipt.path,
  access: signedIn,
  handle: async (context, { params }) => {
    const about = await findOwn(context, params.case);
    return about === null ? missing : receiptReply(context, about);
  },
});

export const ownDecision = route({
  method: 'GET',
  path: addresses.ownDecision.path,
  access: signedIn,
  handle: async (context, { params }) => {
    const about = await findOwn(context, params.case);
    return about === null ? missing : decisionReply(context, about);
  },
});

export const ownFile = route({
  method: 'GET',
  path: addresses.ownFile.path,
  access: signedIn,
  handle: async (context, { params }) => {
    const about = await findOwn(context, params.case);
    return about === null ? missing : fileReply(context, about, params.file);
  },
});
