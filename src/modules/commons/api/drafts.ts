import { z } from 'zod';
import { route, type AnyRoute } from '../../../platform/http/index.ts';
import { acting, type Acting } from '../acting.ts';
import { commit, discardDraft, editDraft, findDraft, saveDraft } from '../actions/drafts.ts';
import { Command } from '../model/commands.ts';
import type { Outcome } from '../model/failure.ts';
import { Key, Words } from '../model/input.ts';
import { getKind } from '../model/kind.ts';
import { Answer } from '../model/update.ts';
import type { Draft } from '../model/work.ts';
import { answer, base, found, makers, nothing, readers, tag } from './present.ts';
import { DraftShape, Nothing, VersionShape } from './shapes.ts';
import { DefinitionBody } from './works.ts';

const Revision = z.number().int().min(0).max(10_000_000);
const Answers = z.record(Key, Answer);

/** The revision edited; `onto` and `answers` join an edit that came second to the newer revision. */
const Place = z.object({
  revision: Revision.nullable(),
  onto: Revision.optional(),
  answers: Answers.optional(),
});
type Place = Readonly<z.infer<typeof Place>>;

const placed = (work: string, { revision, onto, answers }: Place) => ({
  work,
  revision,
  ...(onto === undefined ? {} : { onto }),
  ...(answers === undefined ? {} : { answers }),
});

const shown = (draft: Draft): unknown => ({
  ...draft,
  issues: getKind(draft.definition.kind).validate(draft.definition),
});

const apiDraft = route({
  method: 'GET',
  path: `${base}/:work/draft`,
  access: readers,
  operation: { summary: 'The draft with what its kind says of it', tag, response: DraftShape },
  handle: async (context, { params }) => found(await findDraft(acting(context), params.work), shown),
});

const apiEditDraft = route({
  method: 'POST',
  path: `${base}/:work/draft`,
  access: makers,
  body: Place.extend({ commands: z.array(Command).min(1).max(1000) }),
  operation: { summary: 'Edit the draft by commands', tag, response: DraftShape },
  handle: async (context, { params, body: { commands, ...place } }) =>
    answer(await editDraft(acting(context), { ...placed(params.work, place), commands }), shown),
});

const apiSaveDraft = route({
  method: 'PUT',
  path: `${base}/:work/draft`,
  access: makers,
  body: Place.extend({ definition: DefinitionBody }),
  operation: { summary: 'Put a whole definition in the draft’s place', tag, response: DraftShape },
  handle: async (context, { params, body: { definition, ...place } }) =>
    answer(await saveDraft(acting(context), { ...placed(params.work, place), definition }), shown),
});

const apiDiscardDraft = route({
  method: 'POST',
  path: `${base}/:work/draft/discard`,
  access: makers,
  body: z.object({ revision: Revision }),
  operation: { summary: 'Throw the draft away', tag, response: Nothing },
  handle: async (context, { params, body }) =>
    answer(await discardDraft(acting(context), { work: params.work, ...body }), nothing),
});

const apiCommit = route({
  method: 'POST',
  path: `${base}/:work/draft/commit`,
  access: makers,
  body: z.object({ revision: Revision, message: Words, answers: Answers.optional() }),
  operation: { summary: 'Make the draft the next version', tag, response: VersionShape },
  handle: async (context, { params, body }) => answer(await commitOnce(acting(context), params.work, body)),
});

type Body = {
  readonly revision: number;
  readonly message: string;
  readonly answers?: Readonly<Record<string, Answer>> | undefined;
};

function commitOnce(
  a: Acting,
  work: string,
  { revision, message, answers }: Body,
): Promise<Outcome<unknown>> {
  return commit(a, { work, revision, message, ...(answers === undefined ? {} : { answers }) });
}

export const draftRoutes: readonly AnyRoute[] = [
  apiDraft,
  apiEditDraft,
  apiSaveDraft,
  apiDiscardDraft,
  apiCommit,
];
