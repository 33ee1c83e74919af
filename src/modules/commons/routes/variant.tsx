import { z } from 'zod';
import { pickText, type Json } from '../../../kernel/index.ts';
import { missing, route, type Page } from '../../../platform/http/index.ts';
import { findNames } from '../../organisations/index.ts';
import { showDebt } from '../actions/debt.ts';
import { findReviews, listReviewers } from '../actions/eyes.ts';
import {
  countContributions,
  findDefinition,
  findVariant,
  listLocalChanges,
  listVersions,
  markSeen,
  showHistory,
  testVersion,
} from '../actions/read.ts';
import { showChecklist } from '../actions/settings.ts';
import { findStanding } from '../actions/standing.ts';
import { acting, type Acting } from '../acting.ts';
import * as addresses from '../addresses.ts';
import { mayMake } from '../makers.ts';
import { getKind } from '../model/kind.ts';
import { pageSize } from '../model/library.ts';
import type { Checklist } from '../model/settings.ts';
import type { Variant } from '../model/work.ts';
import type { ChecklistView } from '../pages/variant/checklist-form.tsx';
import { VariantPage, type VariantView } from '../pages/variant/variant-page.tsx';
import { variantTexts } from '../texts/variant.ts';
import { colleagues, frame, pageNumber } from './access.ts';

/** What was typed and refused, or a message after a step. */
export type Said = {
  /** False for those who only read. */
  readonly mayChange?: boolean;
  readonly page?: number;
  readonly message?: VariantView['message'];
  readonly typed?: Readonly<Record<string, string>>;
  readonly problems?: Readonly<Record<string, string>>;
};

async function notesOf(
  a: Acting,
  { work, kind }: Variant,
  { items }: Checklist,
): Promise<ChecklistView['notes']> {
  const { valueNotes } = getKind(kind);
  const definition = valueNotes === undefined ? null : await findDefinition(a, work, 'head');
  if (valueNotes === undefined || definition === null) return {};
  const values = items.flatMap(({ id, value }): [string, Json][] =>
    value === undefined ? [] : [[id, value]],
  );
  return valueNotes(definition, Object.fromEntries(values), a.language);
}

async function gather(a: Acting, work: string, said: Said): Promise<VariantView | null> {
  const variant = await findVariant(a, work);
  const checklist = await showChecklist(a, work);
  const debt = await showDebt(a, work);
  if (variant === null || checklist === null || debt === null) return null;
  const page = said.page ?? 1;
  const history = await showHistory(a, work, page);
  const tested = await testVersion(a, { work, which: 'head' });
  const offers = checklist.items.flatMap((item) => (item.from === null ? [] : [item.from]));
  const standing = await findStanding(a, variant);
  const names = await findNames(a.tx, [
    a.organisation,
    ...(standing.recalled === null ? [] : [standing.recalled.organisation]),
    ...(variant.base === null ? [] : [variant.base.organisation]),
    ...offers,
  ]);
  const nameOf = (id: string): string => names.get(id) ?? id;
  const kind = getKind(variant.kind);
  const versions = await listVersions(a, work);
  const review = (await findReviews(a, [variant])).get(work) ?? null;
  return {
    variant,
    review: review === null ? null : { ...review, reviewers: await listReviewers(a, review, variant.kind) },
    standing,
    waiting: await countContributions(a, work),
    updateAvailable: debt.updates[0]?.number ?? null,
    checklist: {
      organisation: a.organisation,
      work,
      checklist,
      language: a.language,
      typed: said.typed ?? {},
      problems: said.problems ?? {},
      notes: await notesOf(a, variant, checklist),
      nameOf,
    },
    own: await listLocalChanges(a, variant),
    debt,
    versions,
    adopted: versions.some((version) => version.step === 'adopted'),
    examples: tested?.examples ?? [],
    history: { steps: history.steps, page, pages: Math.max(1, Math.ceil(history.total / pageSize)) },
    name: nameOf(a.organisation),
    nameOf,
    language: a.language,
    canPreview: kind.preview !== undefined,
    mayChange: said.mayChange ?? true,
    publicAddress: kind.publicAddress?.(a.organisation, work) ?? null,
    message: said.message ?? null,
  };
}

export async function variantPage(
  a: Acting,
  work: string,
  said: Said,
  status = 200,
): Promise<Page | typeof missing> {
  const view = await gather(a, work, said);
  if (view === null) return missing;
  const failed = Object.keys(view.checklist.problems).length > 0;
  return {
    kind: 'page',
    status,
    title: pickText(view.variant.title, a.language),
    frame,
    failed,
    content: <VariantPage view={view} />,
  };
}

export const showVariant = route({
  method: 'GET',
  path: addresses.variant.path,
  access: colleagues,
  query: z.object({ sida: pageNumber, sparat: z.string().optional() }),
  handle: async (context, { params: { work }, query }) => {
    const saved = { tone: 'good', text: variantTexts(context.language).variant.saved, details: [] } as const;
    const a = acting(context);
    const variant = await findVariant(a, work);
    const mayChange = variant !== null && mayMake(context, variant.kind);
    if (mayChange) await markSeen(a, { work });
    const said = { page: query.sida, mayChange, ...(query.sparat === undefined ? {} : { message: saved }) };
    return variantPage(a, work, said);
  },
});
