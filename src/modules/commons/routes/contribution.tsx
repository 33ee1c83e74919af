import { z } from 'zod';
import { pickText } from '../../../kernel/index.ts';
import { link, missing, route, see, type Context, type Reply } from '../../../platform/http/index.ts';
import { findNames } from '../../organisations/index.ts';
import { discuss, withdrawContribution } from '../actions/contribute.ts';
import { findVariant, markSeen } from '../actions/read.ts';
import { answerContribution, findContribution, showProposed, showReview } from '../actions/review.ts';
import { acting } from '../acting.ts';
import * as addresses from '../addresses.ts';
import { designers, mayMake } from '../makers.ts';
import type { Contribution, ReviewAnswer } from '../model/contribution.ts';
import type { Failure } from '../model/failure.ts';
import { allIn, textIn, type Typed } from '../model/form-edit.ts';
import type { Answer } from '../model/update.ts';
import { ContributionPage, type ContributionView } from '../pages/contribute/contribution-page.tsx';
import { answerName } from '../pages/contribute/review-form.tsx';
import { contributeTexts } from '../texts/contribute.ts';
import { colleagues, frame } from './access.ts';

type Said = Partial<Pick<ContributionView, 'typed' | 'problems' | 'message'>>;

async function contributionPage(context: Context, id: string, said: Said, status = 200): Promise<Reply> {
  const a = acting(context);
  const { organisation, language } = a;
  const contribution = await findContribution(a, id);
  if (contribution === null) return missing;
  const { from, to, work } = contribution;
  const variant = await findVariant(a, work);
  const toAnswer = to === organisation && contribution.state === 'open';
  const mayAct = variant !== null && mayMake(context, variant.kind);
  // What waits for an answer is told until it has one.
  if (mayAct && !toAnswer) await markSeen(a, { contribution: contribution.id });
  const names = await findNames(a.tx, [from, to]);
  const workTitle = variant === null ? work : pickText(variant.title, language);
  const problems = said.problems ?? new Map<string, string>();
  return {
    kind: 'page',
    status,
    title: contributeTexts(language).one.title(workTitle, names.get(from) ?? from),
    frame,
    failed: problems.size > 0,
    content: (
      <ContributionPage
        view={{
          organisation,
          contribution,
          workTitle,
          names,
          review: toAnswer ? await showReview(a, id) : null,
          proposed: toAnswer ? await showProposed(a, id) : new Map(),
          mayAct,
          typed: null,
          message: null,
          language,
          ...said,
          problems,
        }}
      />
    ),
  };
}

const toOne = (context: Context, contribution: string, query: { svarat?: string } = {}): Reply =>
  see(link(addresses.contribution, { organisation: acting(context).organisation, contribution }, query));

const showContribution = route({
  method: 'GET',
  path: addresses.contribution.path,
  access: colleagues,
  query: z.object({ svarat: z.string().optional() }),
  handle: async (context, { params: { contribution }, query }) => {
    const text = contributeTexts(context.language).one.done;
    const said: Said = query.svarat === undefined ? {} : { message: { tone: 'good', text } };
    return contributionPage(context, contribution, said);
  },
});

/** The address in letters. */
const showContributionOfWork = route({
  method: 'GET',
  path: addresses.contributionOfWork.path,
  access: colleagues,
  handle: async (context, { params: { contribution } }) => toOne(context, contribution),
});

const Take = z.enum(['ours', 'theirs', 'suggestion']);

function answersIn(typed: Typed): Readonly<Record<string, Answer>> {
  return Object.fromEntries(
    Object.keys(typed).flatMap((name) => {
      const take = Take.safeParse(textIn(typed, name));
      return name.startsWith(answerName('')) && take.success
        ? [[name.slice(answerName('').length), { take: take.data }]]
        : [];
    }),
  );
}

type Judged =
  | { readonly ok: true; readonly answer: ReviewAnswer }
  | { readonly ok: false; readonly problems: ReadonlyMap<string, string> };

/** What is not taken needs its reason. */
function readJudgement(contribution: Contribution, typed: Typed, noReason: string): Judged {
  const accept = textIn(typed, 'do') === 'decline' ? [] : allIn(typed, 'accept');
  const rest = contribution.items.filter((item) => !accept.includes(item.id));
  const reason = textIn(typed, 'reason').trim().slice(0, 1000);
  if (rest.length > 0 && reason === '') return { ok: false, problems: new Map([['reason', noReason]]) };
  const said = textIn(typed, 'message').trim().slice(0, 2000);
  return {
    ok: true,
    answer: {
      accept,
      decline: rest.map(({ id }) => ({ id, reason })),
      answers: answersIn(typed),
      message: said === '' && accept.length === 0 ? reason : said,
    },
  };
}

const judgeContribution = route({
  method: 'POST',
  path: addresses.contributionAnswer.path,
  access: designers,
  body: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  handle: async (context, { params, body: typed }) => {
    const a = acting(context);
    const words = contributeTexts(a.language).one;
    const contribution = await findContribution(a, params.contribution);
    if (contribution === null || contribution.to !== a.organisation) return missing;
    const judged = readJudgement(contribution, typed, words.noReason);
    if (!judged.ok) return contributionPage(context, contribution.id, { typed, ...judged }, 422);
    const answered = await answerContribution(a, {
      contribution: contribution.id,
      answer: judged.answer,
    });
    if (answered.ok) return toOne(context, contribution.id, { svarat: 'ja' });
    const { failure } = answered;
    return failure.kind === 'not-allowed'
      ? lockedPage(context, contribution, { failure, typed })
      : refusedPage(context, contribution.id, { failure, typed });
  },
});

type Refused = { readonly failure: Failure; readonly typed: Typed | null };

function refusedPage(context: Context, id: string, { failure, typed }: Refused): Promise<Reply> {
  const texts = contributeTexts(context.language);
  const problems =
    failure.kind === 'unanswered'
      ? new Map([[answerName(failure.first), texts.one.chooseFirst]])
      : new Map<string, string>();
  const text = texts.failures[failure.kind] ?? texts.failed;
  return contributionPage(context, id, { typed, problems, message: { tone: 'warning', text } }, 409);
}

type Locked = {
  readonly failure: Extract<Failure, { readonly kind: 'not-allowed' }>;
  readonly typed: Typed;
};

/** Names what those whom we follow have locked, as the form names it. */
async function lockedPage(
  context: Context,
  { id, work, items }: Contribution,
  { failure, typed }: Locked,
): Promise<Reply> {
  const a = acting(context);
  const upstream = (await findVariant(a, work))?.base?.organisation ?? '';
  const names = await findNames(a.tx, [upstream]);
  const details = failure.violations.flatMap(({ element, path }) => {
    const exact = items.filter((item) => item.path === path);
    const meant = exact.length > 0 ? exact : items.filter((item) => item.path.split('/').includes(element));
    return meant.length > 0 ? meant.map(({ part, sentence }) => `${part.title}: ${sentence}`) : [path];
  });
  const text = contributeTexts(context.language).locked(names.get(upstream) ?? upstream);
  const message = { tone: 'warning', text, details: [...new Set(details)] } as const;
  return contributionPage(context, id, { typed, message }, 409);
}

const sayInContribution = route({
  method: 'POST',
  path: addresses.contributionSay.path,
  access: designers,
  body: z.object({ text: z.string().trim().max(4000) }),
  handle: async (context, { params: { contribution }, body: { text } }) => {
    const problems = new Map([['text', contributeTexts(context.language).one.noText]]);
    if (text === '') return contributionPage(context, contribution, { problems }, 422);
    const said = await discuss(acting(context), { contribution, text });
    return said.ok ? toOne(context, contribution) : missing;
  },
});

const takeContributionBack = route({
  method: 'POST',
  path: addresses.contributionBack.path,
  access: designers,
  handle: async (context, { params: { contribution } }) => {
    const taken = await withdrawContribution(acting(context), { contribution });
    if (taken.ok) return toOne(context, contribution);
    if (taken.failure.kind === 'not-found') return missing;
    return refusedPage(context, contribution, { failure: taken.failure, typed: null });
  },
});

export const contributionRoutes = [
  showContribution,
  showContributionOfWork,
  judgeContribution,
  sayInContribution,
  takeContributionBack,
];
