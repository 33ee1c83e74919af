import { z } from 'zod';
import { pickText } from '../../../kernel/index.ts';
import { link, missing, route, see, type Reply } from '../../../platform/http/index.ts';
import { findNames } from '../../organisations/index.ts';
import { findObstacle, listOwnChanges, propose } from '../actions/contribute.ts';
import { findVariant } from '../actions/read.ts';
import { listContributions } from '../actions/review.ts';
import { acting, type Acting } from '../acting.ts';
import * as addresses from '../addresses.ts';
import { designers } from '../makers.ts';
import { allIn, textIn } from '../model/form-edit.ts';
import { pageSize } from '../model/library.ts';
import { ContributionsPage } from '../pages/contribute/list-page.tsx';
import { ProposePage, type ProposeView } from '../pages/contribute/propose-page.tsx';
import { contributeTexts } from '../texts/contribute.ts';
import { colleagues, frame, pageNumber } from './access.ts';

type Said = Partial<Pick<ProposeView, 'chosen' | 'text' | 'problems' | 'message'>>;

async function proposePage(a: Acting, work: string, said: Said, status = 200): Promise<Reply> {
  const variant = await findVariant(a, work);
  if (variant === null) return missing;
  const { base } = variant;
  const names = await findNames(a.tx, base === null ? [] : [base.organisation]);
  const title = pickText(variant.title, a.language);
  const earlier = await listContributions(a, work);
  const view: ProposeView = {
    organisation: a.organisation,
    work,
    title,
    owner: base === null ? null : (names.get(base.organisation) ?? base.organisation),
    obstacle: await findObstacle(a, work),
    changes: base === null ? [] : await listOwnChanges(a, work),
    chosen: [],
    text: '',
    earlier: earlier.filter((one) => one.from === a.organisation).slice(0, 10),
    problems: new Map(),
    message: null,
    language: a.language,
    ...said,
  };
  return {
    kind: 'page',
    status,
    title: contributeTexts(a.language).propose.title(title),
    frame,
    failed: view.problems.size > 0,
    content: <ProposePage view={view} />,
  };
}

const showPropose = route({
  method: 'GET',
  path: addresses.contribute.path,
  access: designers,
  handle: async (context, { params: { work } }) => proposePage(acting(context), work, {}),
});

const sendProposal = route({
  method: 'POST',
  path: addresses.contribute.path,
  access: designers,
  body: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  handle: async (context, { params: { work }, body: typed }) => {
    const a = acting(context);
    const texts = contributeTexts(a.language);
    const chosen = allIn(typed, 'change');
    const text = textIn(typed, 'message').trim().slice(0, 4000);
    const problems = new Map<string, string>();
    if (chosen.length === 0) problems.set('change', texts.propose.noChange);
    if (text === '') problems.set('message', texts.propose.noMessage);
    if (problems.size > 0) return proposePage(a, work, { chosen, text, problems }, 422);
    const sent = await propose(a, { work, changes: chosen, message: text });
    if (sent.ok)
      return see(link(addresses.contribution, { organisation: a.organisation, contribution: sent.value.id }));
    if (sent.failure.kind === 'not-found') return missing;
    if (sent.failure.kind === 'withdrawn' || sent.failure.kind === 'recalled')
      return proposePage(a, work, {}, 409);
    const message = texts.failures[sent.failure.kind] ?? texts.failed;
    return proposePage(a, work, { chosen, text, message }, 409);
  },
});

const showContributions = route({
  method: 'GET',
  path: addresses.contributions.path,
  access: colleagues,
  query: z.object({ sida: pageNumber }),
  handle: async (context, { query: { sida: page } }) => {
    const a = acting(context);
    const all = await listContributions(a);
    const rows = all.slice((page - 1) * pageSize, page * pageSize);
    const titles = new Map<string, string>();
    for (const work of new Set(rows.map((row) => row.work))) {
      const variant = await findVariant(a, work);
      if (variant !== null) titles.set(work, pickText(variant.title, a.language));
    }
    const { organisation, language } = a;
    return {
      kind: 'page',
      title: contributeTexts(language).list.title,
      frame,
      content: (
        <ContributionsPage
          view={{
            organisation,
            rows,
            titles,
            names: await findNames(a.tx, [...new Set(rows.flatMap((row) => [row.from, row.to]))]),
            page,
            pages: Math.max(1, Math.ceil(all.length / pageSize)),
            language,
          }}
        />
      ),
    };
  },
});

export const contributeRoutes = [showPropose, sendProposal, showContributions];
