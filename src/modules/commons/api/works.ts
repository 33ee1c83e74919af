import { z } from 'zod';
import { getDefinition, isObject } from '../../../kernel/index.ts';
import { json, missing, route, type AnyRoute } from '../../../platform/http/index.ts';
import { acting } from '../acting.ts';
import { creators, mayMake } from '../makers.ts';
import { adopt, undoAdopt } from '../actions/adopt.ts';
import { takeInUse, takeOutOfUse } from '../actions/in-use.ts';
import {
  findDefinition,
  findVariant,
  listVariants,
  listVersions,
  showDifferences,
  showHistory,
} from '../actions/read.ts';
import { saveSettings, showChecklist } from '../actions/settings.ts';
import { revertTo } from '../actions/undo.ts';
import { createWork } from '../actions/works.ts';
import { Slug, Words } from '../model/input.ts';
import { Values } from '../model/settings.ts';
import { Sharing } from '../model/shapes.ts';
import { answer, base, found, makers, nothing, readers, tag } from './present.ts';
import {
  ChecklistShape,
  DefinitionShape,
  Nothing,
  RunningShape,
  VariantListShape,
  VariantShape,
  VersionListShape,
  VersionShape,
} from './shapes.ts';
import { HistoryShape } from './together-shapes.ts';
import { DifferencesShape } from './update-shapes.ts';

const Count = z.coerce.number().int().min(1).max(1_000_000);
const Reason = z.object({ reason: Words });

/** A body that claims to be a definition; `createWork` says what is wrong with the rest. */
export const DefinitionBody = DefinitionShape.transform((value) =>
  getDefinition(isObject(value) ? value : {}),
);

const apiWorks = route({
  method: 'GET',
  path: base,
  access: readers,
  operation: { summary: 'What the organisation has, own and adopted', tag, response: VariantListShape },
  handle: async (context) => json({ works: await listVariants(acting(context)) }),
});

const apiCreate = route({
  method: 'POST',
  path: base,
  access: creators,
  body: z.object({ definition: DefinitionBody, message: Words }),
  operation: { summary: 'A new work that the organisation owns', tag, response: VariantShape },
  handle: async (context, { body }) =>
    mayMake(context, body.definition.kind) ? answer(await createWork(acting(context), body)) : missing,
});

const apiWork = route({
  method: 'GET',
  path: `${base}/:work`,
  access: readers,
  operation: { summary: 'The organisation’s variant of a work', tag, response: VariantShape },
  handle: async (context, { params }) => found(await findVariant(acting(context), params.work)),
});

const apiAdopt = route({
  method: 'POST',
  path: `${base}/:work/adoption`,
  access: makers,
  body: z.object({
    from: Slug.optional(),
    number: Count.optional(),
    sharing: Sharing,
    autoUpdate: z.enum(['ask', 'clean']).optional(),
  }),
  operation: { summary: 'Take a published work as one’s own', tag, response: VariantShape },
  handle: async (context, { params, body: { from, number, ...body } }) =>
    answer(
      await adopt(acting(context), {
        work: params.work,
        sharing: body.sharing,
        ...(from === undefined ? {} : { from }),
        ...(number === undefined ? {} : { number }),
        ...(body.autoUpdate === undefined ? {} : { autoUpdate: body.autoUpdate }),
      }),
    ),
});

const apiUndoAdopt = route({
  method: 'POST',
  path: `${base}/:work/adoption/undo`,
  access: makers,
  body: Reason,
  operation: { summary: 'Take an adoption back while nothing uses it', tag, response: Nothing },
  handle: async (context, { params, body }) =>
    answer(await undoAdopt(acting(context), { work: params.work, ...body }), nothing),
});

const apiVersions = route({
  method: 'GET',
  path: `${base}/:work/versions`,
  access: readers,
  operation: { summary: 'Versions of the variant, newest first', tag, response: VersionListShape },
  handle: async (context, { params }) => {
    const variant = await findVariant(acting(context), params.work);
    const versions = variant === null ? null : await listVersions(acting(context), params.work);
    return found(versions, (all) => ({ versions: all }));
  },
});

const apiVersion = route({
  method: 'GET',
  path: `${base}/:work/versions/:number`,
  access: readers,
  operation: {
    summary: 'The definition of a version, or of head, running or base',
    tag,
    response: DefinitionShape,
  },
  handle: async (context, { params }) => {
    const which = z.union([z.enum(['head', 'running', 'base']), Count]).safeParse(params.number);
    return found(which.success ? await findDefinition(acting(context), params.work, which.data) : null);
  },
});

const apiOwnDifferences = route({
  method: 'GET',
  path: `${base}/:work/differences`,
  access: readers,
  query: z.object({ from: Count, to: Count }),
  operation: {
    summary: 'Readable differences between two versions of the variant',
    tag,
    response: DifferencesShape,
  },
  handle: async (context, { params, query }) => {
    const changes = await showDifferences(acting(context), { work: params.work, ...query });
    return found(changes, (all) => ({ changes: all }));
  },
});

const apiHistory = route({
  method: 'GET',
  path: `${base}/:work/history`,
  access: readers,
  query: z.object({ page: Count.default(1) }),
  operation: { summary: 'Everything that changed the variant, 25 a page', tag, response: HistoryShape },
  handle: async (context, { params, query }) => {
    const a = acting(context);
    const variant = await findVariant(a, params.work);
    return found(variant === null ? null : await showHistory(a, params.work, query.page));
  },
});

const apiRevert = route({
  method: 'POST',
  path: `${base}/:work/revert`,
  access: makers,
  body: Reason.extend({ number: Count }),
  operation: { summary: 'Go back to the definition of an earlier version', tag, response: VersionShape },
  handle: async (context, { params, body }) =>
    answer(await revertTo(acting(context), { work: params.work, ...body })),
});

const apiSettings = route({
  method: 'GET',
  path: `${base}/:work/settings`,
  access: readers,
  operation: { summary: 'The checklist: parameters with values and origin', tag, response: ChecklistShape },
  handle: async (context, { params }) => found(await showChecklist(acting(context), params.work)),
});

const apiSaveSettings = route({
  method: 'PUT',
  path: `${base}/:work/settings`,
  access: makers,
  body: z.object({ number: Count, values: Values, reason: Words.optional() }),
  operation: { summary: 'Save values; null takes one away', tag, response: ChecklistShape },
  handle: async (context, { params, body: { reason, ...body } }) => {
    const edit = { work: params.work, ...body };
    return answer(await saveSettings(acting(context), reason === undefined ? edit : { ...edit, reason }));
  },
});

const apiInUse = route({
  method: 'POST',
  path: `${base}/:work/in-use`,
  access: makers,
  body: z.object({ number: Count.optional() }),
  operation: { summary: 'Let a version run from now on', tag, response: RunningShape },
  handle: async (context, { params, body: { number } }) => {
    const of = { work: params.work };
    return answer(await takeInUse(acting(context), number === undefined ? of : { ...of, number }));
  },
});

const apiOutOfUse = route({
  method: 'POST',
  path: `${base}/:work/out-of-use`,
  access: makers,
  body: Reason,
  operation: { summary: 'Stop a work; what has begun goes on', tag, response: Nothing },
  handle: async (context, { params, body }) =>
    answer(await takeOutOfUse(acting(context), { work: params.work, ...body }), nothing),
});

export const workRoutes: readonly AnyRoute[] = [
  apiWorks,
  apiCreate,
  apiWork,
  apiAdopt,
  apiUndoAdopt,
  apiVersions,
  apiVersion,
  apiOwnDifferences,
  apiHistory,
  apiRevert,
  apiSettings,
  apiSaveSettings,
  apiInUse,
  apiOutOfUse,
];
