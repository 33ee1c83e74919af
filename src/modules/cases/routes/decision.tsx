import { z } from 'zod';
import { link, missing, route, see, staff } from '../../../platform/http/index.ts';
import { failed } from '../actions/acting.ts';
import { decideCase, saveDecisionDraft } from '../actions/decision.ts';
import { isId, readCase } from '../actions/read-case.ts';
import { workAddresses } from '../addresses.ts';
import { decideAct } from '../model/life.ts';
import { ReviewPage } from '../pages/review-page.tsx';
import { findDraft } from '../store/dossier.ts';
import { texts } from '../texts/index.ts';
import { isoDay } from '../../../platform/text/index.ts';
import { workerOf } from '../actions/acting.ts';
import { actOn, afterAct } from './case.tsx';

const access = staff('case-worker');
const text = z.string().default('');
const revision = z.coerce.number().int().min(0).catch(0).default(0);

/** Keeps the draft; "Granska beslutet" goes on to the review when it can be sent. */
export const draft = route({
  method: 'POST',
  path: workAddresses.draft.path,
  access,
  body: z.object({ choice: text, reasons: text, act: z.enum(['save', 'review']).catch('save'), revision }),
  handle: async (context, { params: { organisation, case: id }, body }) => {
    if (!isId(id)) return missing;
    const { choice, reasons } = body;
    const typed = { choice, reasons, revision: String(body.revision) };
    const tried = { id, form: 'decision', done: 'draft', typed } as const;
    const saved = await saveDecisionDraft(context, id, { choice, reasons, revision: body.revision });
    if (!saved.ok || body.act === 'save') return afterAct(context, tried, saved);
    return see(link(workAddresses.review, { organisation, case: id }));
  },
});

/** The decision as the applicant will read it. What cannot be sent yet leads back, with what is missing. */
export const review = route({
  method: 'GET',
  path: workAddresses.review.path,
  access,
  handle: async (context, { params: { case: id } }) => {
    const about = await readCase(context, id, 'read-decision');
    if (about === null) return missing;
    const found = await findDraft(context.tx, about);
    const act = {
      kind: 'decide',
      by: workerOf(context),
      choice: found?.choice ?? '',
      reasons: found?.reasons ?? '',
    } as const;
    const weighed = decideAct(about.life, act, isoDay(context.now));
    const choice = about.life.choices.find((offered) => offered.id === act.choice);
    if (!weighed.ok || choice === undefined || found === null) {
      const failure = weighed.ok ? ({ kind: 'unknown-choice' } as const) : weighed.failure;
      return afterAct(context, { id, form: 'decision', done: 'draft' }, failed(failure));
    }
    return {
      kind: 'page',
      title: texts(context.language).work.review.title,
      frame: { kind: 'work', area: 'cases' },
      tasks: [`case:${about.work}/${about.life.status.state}`, `case:${about.work}`],
      content: <ReviewPage language={context.language} about={about} choice={choice} draft={found} />,
    };
  },
});

/** Sends the decision that was reviewed. Once: who comes second is told. */
export const decide = route({
  method: 'POST',
  path: workAddresses.decide.path,
  access,
  body: z.object({ revision }),
  handle: (context, { params: { case: id }, body }) =>
    actOn(context, { id, form: 'decision', done: 'decided' }, () => decideCase(context, id, body.revision)),
});
