import { pickText } from '../../../kernel/index.ts';
import { link, type Context } from '../../../platform/http/index.ts';
import { formatDate, isoDay } from '../../../platform/text/index.ts';
import type { Chip, Crumb } from '../../../ui/index.ts';
import { acting, addresses as commons, listOffered } from '../../commons/index.ts';
import { findNames } from '../../organisations/index.ts';
import type { CareFailure, OwnerProblem, OwnerTyped, Seen } from '../care/actions.ts';
import { lastDays, reviewState } from '../care/review.ts';
import type { CareGuideView } from '../pages/care/guide-page.tsx';
import type { CareLine, CareListView } from '../pages/care/list-page.tsx';
import { sayer, type ShownGuide } from '../reading/shown.ts';
import { countAnswers } from '../store/answers.ts';
import {
  countCare,
  findCare,
  listCare,
  type CareCounts,
  type CareFilter,
  type CareRow,
} from '../store/care.ts';
import { countNotes } from '../store/notes.ts';
import { careTexts, type CareTexts } from '../texts/care.ts';
import { readingTexts } from '../texts/reading.ts';
import { care as at, siteOf } from './addresses.ts';
import { perPage } from './list-view.ts';

export type CareAsked = { readonly visa: string; readonly sida: number };

/** The way to the care of guides. */
export function careTrail(context: Context, organisation: string, last: readonly Crumb[]): readonly Crumb[] {
  const guides = { title: readingTexts(context.language).title, to: siteOf('work', organisation).list() };
  const care = { title: careTexts(context.language).title };
  return last.length === 0
    ? [guides, care]
    : [guides, { ...care, to: link(at.list, { organisation }) }, ...last];
}

/** What waits to be taken in, by guide: whose version, and its number. */
type Offered = ReadonlyMap<string, { readonly name: string; readonly number: number }>;

async function offeredTo(context: Context): Promise<Offered> {
  const offered = await listOffered(acting(context), 'guide');
  const names = await findNames(
    context.tx,
    [...offered.values()].map((one) => one.organisation),
  );
  return new Map(
    [...offered].map(([work, { organisation, number }]) => [
      work,
      { name: names.get(organisation) ?? organisation, number },
    ]),
  );
}

const dayIn = (day: string, { language }: Context): string =>
  formatDate(new Date(`${day}T12:00:00Z`), language);

function lineOf(
  row: CareRow,
  context: Context,
  { organisation, offered }: { readonly organisation: string; readonly offered: Offered },
): CareLine {
  const offer = offered.get(row.work);
  const { list } = careTexts(context.language);
  return {
    work: row.work,
    title: pickText(row.title, context.language),
    to: link(at.guide, { organisation, work: row.work }),
    review: dayIn(row.reviewOn, context),
    state: reviewState(isoDay(context.now), row.reviewOn),
    owner: row.ownerName,
    helped: row.answers === 0 ? list.noAnswers : list.helped(row.helped, row.answers),
    notes: list.notes(row.notes),
    update:
      offer === undefined
        ? null
        : {
            title: list.update(offer.name, offer.number),
            to: link(commons.update, { organisation, work: row.work }),
          },
  };
}

const kinds = ['alla', 'att-ta-in', 'forsenade', 'snart', 'utan-ansvarig'] as const;
type Kind = (typeof kinds)[number];
const isKind = (text: string): text is Kind => kinds.some((kind) => kind === text);

function filterOf(kind: Kind, today: string, offered: Offered): CareFilter {
  const all = { by: null, ownerless: false, works: null };
  switch (kind) {
    case 'alla':
      return all;
    case 'att-ta-in':
      return { ...all, works: [...offered.keys()] };
    case 'forsenade':
      return { ...all, by: lastDays(today).late };
    case 'snart':
      return { ...all, by: lastDays(today).soon };
    case 'utan-ansvarig':
      return { ...all, ownerless: true };
  }
}

const countOf = (kind: Kind, counts: CareCounts): number =>
  ({
    alla: counts.all,
    'att-ta-in': counts.offered,
    forsenade: counts.late,
    snart: counts.soon,
    'utan-ansvarig': counts.ownerless,
  })[kind];

/** The guides of an organisation by when they must be looked over. */
export async function careListView(
  context: Context,
  organisation: string,
  { visa, sida }: CareAsked,
): Promise<CareListView> {
  const words = careTexts(context.language);
  const kind = isKind(visa) ? visa : 'alla';
  const offered = await offeredTo(context);
  const today = isoDay(context.now);
  const counts = await countCare(context.tx, organisation, {
    today,
    offered: [...offered.keys()],
  });
  const page = { limit: perPage, offset: (sida - 1) * perPage };
  const rows = await listCare(context.tx, organisation, { ...filterOf(kind, today, offered), ...page });
  const total = await countNotes(context.tx, organisation, 'open');
  const to = (query: { visa?: string; sida?: number }): string => link(at.list, { organisation }, query);
  const { filters } = words.list;
  const titles: Readonly<Record<Kind, (n: number) => string>> = {
    alla: filters.all,
    'att-ta-in': filters.offered,
    forsenade: filters.late,
    snart: filters.soon,
    'utan-ansvarig': filters.ownerless,
  };
  const titleOf = (one: Kind): string => titles[one](countOf(one, counts));
  const chip: Chip = {
    id: 'visa',
    title: titleOf(kind),
    options: kinds.map((one) => ({ title: titleOf(one), to: to({ visa: one }), current: one === kind })),
  };
  return {
    words,
    trail: careTrail(context, organisation, []),
    chips: [chip],
    notes: { title: words.list.notesLink(total), to: link(at.notes, { organisation }) },
    rows: rows.map((row) => lineOf(row, context, { organisation, offered })),
    page: sida,
    pages: Math.ceil(countOf(kind, counts) / perPage),
    pageTo: (next) => to({ visa: kind, sida: next }),
  };
}

/** What was just done with the care of a guide. */
export type CareDone = {
  /** Null where nothing was typed. */
  readonly typed: OwnerTyped | null;
  readonly failure: CareFailure | null;
  readonly seen: Seen;
  readonly saved: boolean;
};

/** What stood when a form was shown, as its hidden fields have it. */
const seenFields = (seen: Seen): CareGuideView['seen'] => ({
  'sett.dag': seen?.reviewOn ?? '',
  'sett.ansvarig': seen?.ownerName ?? '',
  'sett.epost': seen?.ownerEmail ?? '',
});

function problemsOf(failure: CareFailure | null, words: CareTexts['guide']): CareGuideView['problems'] {
  const said = {
    'wrong-email': ['epost', words.wrongEmail],
    'no-day': ['granskas', words.wrongDate],
    'past-day': ['granskas', words.pastDate],
  } as const satisfies Record<OwnerProblem, readonly [string, string]>;
  return new Map(failure?.kind === 'unfit' ? failure.problems.map((problem) => said[problem]) : []);
}

function changedNow(failure: CareFailure | null, context: Context): string | null {
  if (failure?.kind !== 'changed' || failure.now === null) return null;
  const { ownerName, ownerEmail, reviewOn } = failure.now;
  const { guide, list } = careTexts(context.language);
  const named = ownerName !== null && ownerEmail !== null ? `${ownerName} (${ownerEmail})` : null;
  return guide.changed(named ?? ownerName ?? ownerEmail ?? list.nobody, dayIn(reviewOn, context));
}

/** "3" of "03". */
const short = (number: string): string => number.replace(/^0/u, '');

/** How one guide is cared for. */
export async function careGuideView(
  context: Context,
  shown: ShownGuide,
  { typed, failure, seen, saved }: CareDone,
): Promise<CareGuideView> {
  const { organisation, work, guide, outline } = shown;
  const words = careTexts(context.language);
  const say = sayer(shown, context.language);
  const care = await findCare(context.tx, organisation, work);
  const answers = new Map((await countAnswers(context.tx, organisation, work)).map((one) => [one.step, one]));
  const title = say(guide.title).text;
  const [year = '', month = '', day = ''] = (care?.reviewOn ?? '').split('-');
  const names = { organisation, work };
  return {
    words,
    title,
    trail: careTrail(context, organisation, [
      { title, to: siteOf('work', organisation).guide(work) },
      { title: words.guide.trail },
    ]),
    typed: typed ?? {
      name: care?.ownerName ?? '',
      email: care?.ownerEmail ?? '',
      review: { year, month: short(month), day: short(day) },
    },
    problems: problemsOf(failure, words.guide),
    // Whoever sends what was refused as unfit has still seen what stood before.
    seen: seenFields(failure?.kind === 'unfit' ? seen : care),
    changed: changedNow(failure, context),
    saved,
    saveTo: link(at.guide, names),
    reviewedTo: link(at.reviewed, names),
    reviewed:
      care?.reviewedOn == null
        ? words.guide.neverReviewed
        : words.guide.reviewed(dayIn(care.reviewedOn, context), care.reviewedBy ?? ''),
    months: guide.reviewMonths,
    steps: outline.flatMap((section) =>
      section.steps.map((step) => ({
        step: step.id,
        title: say(step.title).text,
        helped: answers.get(step.id)?.helped ?? 0,
        answers: answers.get(step.id)?.answers ?? 0,
      })),
    ),
  };
}
