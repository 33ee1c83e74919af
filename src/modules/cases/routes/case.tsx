import { z } from 'zod';
import { type Context, link, missing, type Reply, route, see, staff } from '../../../platform/http/index.ts';
import { typedDay } from '../../../platform/text/index.ts';
import type { Failure, Outcome } from '../actions/acting.ts';
import {
  acknowledgeMessages,
  advanceCase,
  assignCase,
  closeCase,
  noteCase,
  takeCase,
} from '../actions/handle.ts';
import { isId } from '../actions/read-case.ts';
import { requestCompletion, writeToApplicant } from '../actions/talk.ts';
import { workAddresses } from '../addresses.ts';
import type { Case } from '../model/case.ts';
import type { DoneCode } from '../pages/case-page.tsx';
import type { CaseForm } from '../pages/case-view.ts';
import { showCase } from './show-case.tsx';

const access = staff('case-worker');
const text = z.string().default('');

const doneCodes = [
  'taken',
  'asked',
  'message',
  'read',
  'note',
  'draft',
  'decided',
  'closed',
  'assigned',
  'advanced',
] as const satisfies readonly DoneCode[];

/** The whole case on one page. */
export const showOne = route({
  method: 'GET',
  path: workAddresses.case.path,
  access,
  query: z.object({ klart: z.enum(doneCodes).nullable().catch(null).default(null) }),
  handle: (context, { params, query }) => showCase(context, params.case, { done: query.klart }),
});

type Tried = {
  readonly id: string;
  readonly form: CaseForm;
  readonly typed?: Readonly<Record<string, string>>;
  readonly done: DoneCode;
};

/** Leads to the case after an act, or shows the case with what went wrong and what was typed. */
export async function afterAct(context: Context, tried: Tried, outcome: Outcome<unknown>): Promise<Reply> {
  if (!outcome.ok) return afterFailure(context, tried, outcome.failure);
  return see(
    link(
      workAddresses.case,
      { organisation: context.organisation ?? '', case: tried.id },
      { klart: tried.done },
    ),
  );
}

function afterFailure(context: Context, { id, form, typed = {} }: Tried, failure: Failure): Promise<Reply> {
  return showCase(context, id, { trouble: { form, failure, typed } });
}

/** Acts on the case of the address; what is no id is no case. */
export async function actOn(
  context: Context,
  tried: Tried,
  act: () => Promise<Outcome<unknown>>,
): Promise<Reply> {
  return isId(tried.id) ? afterAct(context, tried, await act()) : missing;
}

export const take = route({
  method: 'POST',
  path: workAddresses.take.path,
  access,
  handle: (context, { params: { case: id } }) =>
    actOn(context, { id, form: 'take', done: 'taken' }, () => takeCase(context, id)),
});

export const assign = route({
  method: 'POST',
  path: workAddresses.assign.path,
  access,
  body: z.object({ to: text }),
  handle: (context, { params: { case: id }, body }) =>
    actOn(context, { id, form: 'assign', done: 'assigned' }, () => assignCase(context, id, body.to)),
});

export const advance = route({
  method: 'POST',
  path: workAddresses.advance.path,
  access,
  body: z.object({ state: text }),
  handle: (context, { params: { case: id }, body }) =>
    actOn(context, { id, form: 'step', done: 'advanced' }, () => advanceCase(context, id, body.state)),
});

export const note = route({
  method: 'POST',
  path: workAddresses.note.path,
  access,
  body: z.object({ text }),
  handle: (context, { params: { case: id }, body }) =>
    actOn(context, { id, form: 'note', done: 'note', typed: body }, () => noteCase(context, id, body.text)),
});

export const message = route({
  method: 'POST',
  path: workAddresses.message.path,
  access,
  body: z.object({ text }),
  takesFiles: async () => true,
  handle: (context, { params: { case: id }, body, files }) =>
    actOn(context, { id, form: 'message', done: 'message', typed: body }, () =>
      writeToApplicant(context, id, { text: body.text, files }),
    ),
});

export const read = route({
  method: 'POST',
  path: workAddresses.read.path,
  access,
  handle: (context, { params: { case: id } }) =>
    actOn(context, { id, form: 'message', done: 'read' }, () => acknowledgeMessages(context, id)),
});

export const completion = route({
  method: 'POST',
  path: workAddresses.completion.path,
  access,
  body: z.object({ text, 'due.day': text, 'due.month': text, 'due.year': text }),
  handle: (context, { params: { case: id }, body }) =>
    actOn(context, { id, form: 'ask', done: 'asked', typed: body }, () =>
      requestCompletion(context, id, {
        text: body.text,
        due: typedDay({ day: body['due.day'], month: body['due.month'], year: body['due.year'] }) ?? '',
      }),
    ),
});

export const close = route({
  method: 'POST',
  path: workAddresses.close.path,
  access,
  handle: (context, { params: { case: id } }) =>
    actOn(context, { id, form: 'close', done: 'closed' }, (): Promise<Outcome<Case>> =>
      closeCase(context, id),
    ),
});
