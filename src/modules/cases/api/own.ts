import { z } from 'zod';
import {
  type Context,
  getOrganisation,
  getPerson,
  json,
  missing,
  type Reply,
  route,
  signedIn,
} from '../../../platform/http/index.ts';
import type { Outcome } from '../actions/acting.ts';
import { isId } from '../actions/read-case.ts';
import { answerCompletion, writeToMunicipality } from '../actions/talk.ts';
import { findDossier } from '../store/dossier.ts';
import { findOwnCase, listOwnCases } from '../store/own.ts';
import { ownListShape, ownShape, problem, uploadsOf } from './present.ts';
import { OwnCaseShape, OwnListShape, SentFiles } from './shapes.ts';

const base = '/api/v1/organisations/:organisation/my-cases';
const tag = 'my-cases';
const text = z.string().max(100_000);

export const apiOwnCases = route({
  method: 'GET',
  path: '/api/v1/my-cases',
  access: signedIn,
  operation: { summary: 'My own cases in every municipality', tag, response: OwnListShape },
  handle: async (context) => json(ownListShape(await listOwnCases(context.tx, getPerson(context).person))),
});

const ownKey = (context: Context, id: string) => ({
  organisation: getOrganisation(context),
  person: getPerson(context).person,
  id,
});

async function ownReply(context: Context, id: string): Promise<Reply> {
  const about = isId(id) ? await findOwnCase(context.tx, ownKey(context, id)) : null;
  return about === null ? missing : json(ownShape(about, await findDossier(context.tx, about)));
}

async function actOn(context: Context, id: string, act: () => Promise<Outcome<unknown>>): Promise<Reply> {
  if (!isId(id)) return missing;
  const outcome = await act();
  return outcome.ok ? ownReply(context, id) : problem(outcome.failure, context.language);
}

export const apiOwnCase = route({
  method: 'GET',
  path: `${base}/:case`,
  access: signedIn,
  operation: { summary: 'One of my own cases', tag, response: OwnCaseShape },
  handle: (context, { params }) => ownReply(context, params.case),
});

export const apiOwnMessage = route({
  method: 'POST',
  path: `${base}/:case/messages`,
  access: signedIn,
  body: z.object({ text, files: SentFiles }),
  operation: { summary: 'Write to the municipality', tag, response: OwnCaseShape },
  handle: (context, { params, body }) =>
    actOn(context, params.case, () =>
      writeToMunicipality(context, ownKey(context, params.case), {
        text: body.text,
        files: uploadsOf(body.files),
      }),
    ),
});

export const apiOwnAnswer = route({
  method: 'POST',
  path: `${base}/:case/completions/:completion/answer`,
  access: signedIn,
  body: z.object({ text: text.default(''), files: SentFiles }),
  operation: { summary: 'Complete what was asked for', tag, response: OwnCaseShape },
  handle: (context, { params, body }) =>
    actOn(context, params.case, () =>
      answerCompletion(
        context,
        { ...ownKey(context, params.case), completion: params.completion },
        { text: body.text, files: uploadsOf(body.files) },
      ),
    ),
});
