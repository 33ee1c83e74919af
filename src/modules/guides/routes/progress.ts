import { z } from 'zod';
import { everybodyAtWork, getPerson, missing, route, see } from '../../../platform/http/index.ts';
import { placeOf, standingOf } from '../reading/outline.ts';
import { answerName, chosenIn, judgeQuiz } from '../reading/quiz.ts';
import { savePassed, saveRead } from '../store/reading.ts';
import { work as at } from './addresses.ts';
import { AnswerFields } from './fields.ts';
import { findQuiz } from './rendering.ts';
import { openGuide, siteIn, stepReply } from './site-pages.tsx';

/** Going on says that the step is read as it was shown; what has changed since is shown first. */
const goOn = route({
  method: 'POST',
  path: at.step.path,
  access: everybodyAtWork,
  body: z.object({ met: z.string().max(100).default('') }),
  handle: async (context, { params, body: { met } }) => {
    const site = siteIn(context, 'work');
    const shown = await openGuide(context, site, params.work);
    const place = shown === null ? null : placeOf(shown.outline, params.step);
    if (place === null) return missing;
    if (met !== '' && met !== standingOf(place.step).met)
      return stepReply(context, 'work', { ...params, fields: {}, changed: true });
    const { person } = getPerson(context);
    const reader = { organisation: site.organisation, person, work: params.work };
    await saveRead(context.tx, reader, { step: place.step, at: context.now });
    return see(place.next === null ? site.guide(params.work) : site.step(params.work, place.next.id));
  },
});

/** Marks a quiz and shows its step again. That it was passed is kept; the answers are kept nowhere. */
const answerQuiz = route({
  method: 'POST',
  path: at.quiz.path,
  access: everybodyAtWork,
  body: AnswerFields,
  handle: async (context, { params, body }) => {
    const { work, step } = params;
    const site = siteIn(context, 'work');
    const shown = await openGuide(context, site, work);
    const quiz = shown === null ? null : findQuiz(shown, params.quiz);
    if (quiz === null) return missing;
    const chosen = chosenIn(body);
    if (judgeQuiz(quiz, chosen).passed) {
      const { person } = getPerson(context);
      const { organisation } = site;
      await savePassed(context.tx, { organisation, person, work }, { quiz: quiz.id, at: context.now });
    }
    const unanswered = Object.fromEntries(quiz.questions.map(({ id }) => [answerName(id), '']));
    const fields = { ...unanswered, ...body, prov: quiz.id, sagt: '' };
    return stepReply(context, 'work', { work, step, fields });
  },
});

/** The address of a marked quiz, opened anew, leads to its questions. */
const openQuiz = route({
  method: 'GET',
  path: at.quiz.path,
  access: everybodyAtWork,
  handle: async (context, { params: { work, step, quiz } }) =>
    see(`${siteIn(context, 'work').step(work, step)}#${quiz}`),
});

/** What a reader at work has read and passed. */
export const progressRoutes = [goOn, answerQuiz, openQuiz] as const;
