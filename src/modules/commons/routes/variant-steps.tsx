import { z } from 'zod';
import { pickText } from '../../../kernel/index.ts';
import {
  getOrganisation,
  link,
  missing,
  route,
  see,
  type Context,
  type Reply,
} from '../../../platform/http/index.ts';
import { adopt, undoAdopt } from '../actions/adopt.ts';
import { finishTask } from '../actions/debt.ts';
import { takeInUse, takeOutOfUse } from '../actions/in-use.ts';
import { findDefinition } from '../actions/read.ts';
import { saveSettings, showChecklist } from '../actions/settings.ts';
import { revertTo, takeDeclined, undoUpdate } from '../actions/undo.ts';
import { acting, type Acting } from '../acting.ts';
import * as addresses from '../addresses.ts';
import { designers } from '../makers.ts';
import type { Failure } from '../model/failure.ts';
import { changedValues } from '../model/typed-values.ts';
import { fieldOf } from '../pages/variant/checklist-form.tsx';
import { variantTexts } from '../texts/variant.ts';
import { reason } from './access.ts';
import { variantPage } from './variant.tsx';

/** A failure in the reader's words, above the page as it stands now. */
export async function refusedPage(a: Acting, work: string, failure: Failure): Promise<Reply> {
  const words = variantTexts(a.language);
  const text = words.failures[failure.kind] ?? words.failed;
  const checklist = failure.kind === 'incomplete' ? await showChecklist(a, work) : null;
  const details =
    failure.kind === 'incomplete'
      ? [
          ...failure.missing.map((id) =>
            pickText(checklist?.items.find((item) => item.id === id)?.label, a.language),
          ),
          ...failure.issues.map((issue) => issue.message[a.language]),
        ]
      : [];
  return variantPage(a, work, { message: { tone: 'warning', text, details } }, 409);
}

const toVariant = (context: Context, work: string, query: { sparat?: string } = {}): Reply =>
  see(link(addresses.variant, { organisation: getOrganisation(context), work }, query));

const adoptWork = route({
  method: 'POST',
  path: addresses.adopt.path,
  access: designers,
  body: z.object({
    from: z.string(),
    number: z.coerce.number().int().min(1),
    share: z.string().optional(),
  }),
  handle: async (context, { params: { work }, body: { from, number, share } }) => {
    const sharing = { changes: share !== undefined, use: false, results: false };
    const adopted = await adopt(acting(context), { work, from, number, sharing });
    if (adopted.ok || adopted.failure.kind === 'already-adopted') return toVariant(context, work);
    return see(link(addresses.work, { work }));
  },
});

const changeSettings = route({
  method: 'POST',
  path: addresses.settings.path,
  access: designers,
  body: z.looseObject({ number: z.coerce.number().int().min(1) }),
  handle: async (context, { params: { work }, body: { number, ...fields } }) => {
    const a = acting(context);
    const definition = await findDefinition(a, work, 'head');
    const checklist = await showChecklist(a, work);
    if (definition === null || checklist === null) return missing;
    const typed = Object.fromEntries(
      checklist.items.flatMap(({ id }) => {
        const text = fields[fieldOf(id)];
        return typeof text === 'string' ? [[id, text]] : [];
      }),
    );
    const inForce = Object.fromEntries(
      checklist.items.flatMap(({ id, value }) => (value === undefined ? [] : [[id, value]])),
    );
    const saved = await saveSettings(a, { work, number, values: changedValues(definition, inForce, typed) });
    if (saved.ok) return toVariant(context, work, { sparat: 'ja' });
    if (saved.failure.kind !== 'values') return refusedPage(a, work, saved.failure);
    const words = variantTexts(a.language);
    const problems = saved.failure.problems.map(({ parameter, problem }) => [
      parameter,
      words.problems[problem] ?? words.failed,
    ]);
    return variantPage(a, work, { typed, problems: Object.fromEntries(problems) }, 422);
  },
});

const startUse = route({
  method: 'POST',
  path: addresses.takeInUse.path,
  access: designers,
  handle: async (context, { params: { work } }) => {
    const a = acting(context);
    const started = await takeInUse(a, { work });
    return started.ok ? toVariant(context, work) : refusedPage(a, work, started.failure);
  },
});

const stopUse = route({
  method: 'POST',
  path: addresses.takeOutOfUse.path,
  access: designers,
  body: z.object({ reason }),
  handle: async (context, { params: { work }, body }) => {
    const a = acting(context);
    const stopped = await takeOutOfUse(a, { work, reason: body.reason });
    return stopped.ok ? toVariant(context, work) : refusedPage(a, work, stopped.failure);
  },
});

const Undo = z.discriminatedUnion('what', [
  z.object({ what: z.literal('update'), reason }),
  z.object({ what: z.literal('version'), number: z.coerce.number().int().min(1), reason }),
  z.object({ what: z.literal('adoption'), reason }),
  z.object({ what: z.literal('decline'), path: z.string(), reason }),
]);

async function undoStep(a: Acting, work: string, step: z.infer<typeof Undo>) {
  switch (step.what) {
    case 'update':
      return undoUpdate(a, { work, reason: step.reason });
    case 'version':
      return revertTo(a, { work, number: step.number, reason: step.reason });
    case 'adoption':
      return undoAdopt(a, { work, reason: step.reason });
    case 'decline':
      return takeDeclined(a, { work, path: step.path, reason: step.reason });
  }
}

const undoAny = route({
  method: 'POST',
  path: addresses.undo.path,
  access: designers,
  body: Undo,
  handle: async (context, { params: { work }, body }) => {
    const a = acting(context);
    const undone = await undoStep(a, work, body);
    if (!undone.ok) return refusedPage(a, work, undone.failure);
    return body.what === 'adoption'
      ? see(link(addresses.variants, { organisation: a.organisation }))
      : toVariant(context, work);
  },
});

const finishTextTask = route({
  method: 'POST',
  path: addresses.finishTask.path,
  access: designers,
  body: z.object({ kind: z.enum(['translation', 'wording']), path: z.string(), language: z.string() }),
  handle: async (context, { params: { work }, body }) => {
    const a = acting(context);
    const finished = await finishTask(a, { work, ...body });
    return finished.ok ? toVariant(context, work) : refusedPage(a, work, finished.failure);
  },
});

export const variantStepRoutes = [adoptWork, changeSettings, startUse, stopUse, undoAny, finishTextTask];
