import { pickText, subjectNames } from '../../../kernel/index.ts';
import { link, type Context } from '../../../platform/http/index.ts';
import { isoDay } from '../../../platform/text/index.ts';
import type { Chip } from '../../../ui/index.ts';
import { acting, addresses as commons, listOffered } from '../../commons/index.ts';
import { networksOf } from '../../organisations/index.ts';
import { monthBefore, monthOf } from '../month/months.ts';
import { readWinner } from '../month/poll.ts';
import type { GuideRow, ListView } from '../pages/reading/list-page.tsx';
import { stateOf, type Read } from '../reading/progress.ts';
import { isSubject } from '../reading/subject.ts';
import { countCare } from '../store/care.ts';
import { findPlaces, findReads, listReadWorks } from '../store/reading.ts';
import {
  countSubjects,
  listShelf,
  type ShelfFilter,
  type ShelfRow,
  type SubjectCount,
} from '../store/shelf.ts';
import { careTexts } from '../texts/care.ts';
import { monthTexts, ofMonth } from '../texts/month.ts';
import { readingTexts, type ReadingTexts } from '../texts/reading.ts';
import { care as careAt, month as monthAt, type Site } from './addresses.ts';
import { mayChange, tilesOf } from './common-view.ts';
import { personOf } from './reader.ts';

export const perPage = 25;
const mostResumed = 3;
/** So many of the last read are gone through for some that are not finished. */
const mostLookedUp = 12;
/** Fewer guides than this are seen at a glance, without a choice of subject. */
const fewToChoose = 8;
/** More works than this are not gone through for what has changed. */
const mostReadWorks = 500;

export type Wanted = { readonly subject: string; readonly changed: boolean; readonly page: number };

type Reads = ReadonlyMap<string, readonly Read[]>;

const stepsOf = (row: ShelfRow) => row.outline.flatMap((section) => section.steps);

/** Steps that are not as they were when the person read them. */
const changedSteps = (row: ShelfRow, reads: readonly Read[], organisation: string): number =>
  stepsOf(row).filter((step) => {
    const state = stateOf(step, reads, organisation);
    return state.kind === 'changed' || (state.kind === 'read' && state.local);
  }).length;

function rowView(row: ShelfRow, reads: Reads, place: Place): GuideRow {
  const { context, site, words } = place;
  const { language } = context;
  const own = reads.get(row.work) ?? [];
  const changed = own.length === 0 ? 0 : changedSteps(row, own, site.organisation);
  const sections = row.outline.map(({ id, steps }) => ({
    id,
    of: steps.length,
    done: steps.filter((step) => stateOf(step, own, site.organisation).kind === 'read').length,
  }));
  return {
    work: row.work,
    title: pickText(row.title, language),
    summary: row.summary === null ? '' : pickText(row.summary, language),
    to: site.guide(row.work),
    read: site.kind === 'open' ? null : tilesOf(sections, words),
    changed: changed === 0 ? null : words.list.changedSteps(changed),
  };
}

type Place = {
  readonly context: Context;
  readonly site: Site;
  readonly words: ReadingTexts;
  readonly person: string | null;
};

/** The works with something new to the person, of all that the person has read. */
async function changedWorks({ context, site, person }: Place): Promise<readonly string[]> {
  if (person === null) return [];
  const works = (await listReadWorks(context.tx, person)).slice(0, mostReadWorks);
  if (works.length === 0) return [];
  const filter = { open: false, subject: null, works, limit: works.length, offset: 0 };
  const rows = await listShelf(context.tx, site.organisation, filter);
  const reads = await findReads(context.tx, person, works);
  return rows
    .filter((row) => changedSteps(row, reads.get(row.work) ?? [], site.organisation) > 0)
    .map((row) => row.work);
}

async function resumeOf({ context, site, person, words }: Place): Promise<ListView['resume']> {
  if (person === null) return [];
  const places = await findPlaces(context.tx, { organisation: site.organisation, person });
  const latest = [...places]
    .toSorted(([, a], [, b]) => b.at.getTime() - a.at.getTime())
    .slice(0, mostLookedUp);
  const works = latest.map(([work]) => work);
  const filter = { open: false, subject: null, works, limit: mostLookedUp, offset: 0 };
  const rows = works.length === 0 ? [] : await listShelf(context.tx, site.organisation, filter);
  const reads: Reads = await findReads(context.tx, person, works);
  const resumed = latest.flatMap(([work, { step }]) => {
    const row = rows.find((one) => one.work === work);
    const found = row === undefined ? undefined : stepsOf(row).find((one) => one.id === step);
    if (row === undefined || found === undefined) return [];
    const own = reads.get(work) ?? [];
    const finished = stepsOf(row).every((one) => stateOf(one, own, site.organisation).kind === 'read');
    if (finished) return [];
    return [
      {
        id: work,
        title: pickText(found.title, context.language),
        to: site.step(work, step),
        note: words.list.resumeIn(pickText(row.title, context.language)),
      },
    ];
  });
  return resumed.slice(0, mostResumed);
}

const sumOf = (subjects: readonly SubjectCount[]): number =>
  subjects.reduce((all, one) => all + one.count, 0);

function chipsOf(
  { context, site, words }: Place,
  wanted: Wanted,
  subjects: readonly SubjectCount[],
): readonly Chip[] {
  const { language } = context;
  const visa = wanted.changed ? 'andrade' : undefined;
  const named = subjects.flatMap(({ subject, count }) =>
    subject !== null && isSubject(subject) ? [{ subject, count }] : [],
  );
  const subject: readonly Chip[] = isSubject(wanted.subject)
    ? [{ id: 'subject', title: subjectNames[wanted.subject][language], clear: site.list({ visa }) }]
    : named.length < 2 || sumOf(subjects) < fewToChoose
      ? []
      : [
          {
            id: 'subject',
            title: words.list.allSubjects,
            options: named.map((one) => ({
              title: `${subjectNames[one.subject][language]} (${one.count})`,
              to: site.list({ amne: one.subject, visa }),
            })),
          },
        ];
  const amne = isSubject(wanted.subject) ? wanted.subject : undefined;
  const changed: readonly Chip[] = wanted.changed
    ? [{ id: 'changed', title: words.list.chosenChanged, clear: site.list({ amne }) }]
    : [];
  return [...subject, ...changed];
}

/** The latest guide of the month in each of our networks, and the way to the vote. */
async function monthOfNetworks({ context, site, words }: Place): Promise<ListView['month']> {
  const { organisation, kind } = site;
  const { tx, now, language } = context;
  if (kind === 'open') return [];
  const networks = await networksOf(tx, organisation);
  if (networks.length === 0) return [];
  const month = monthBefore(monthOf(now), 2);
  const won = [];
  for (const network of networks) {
    const winner = await readWinner(tx, { organisation, network: network.id, month, now });
    if (winner === null) continue;
    const note = monthTexts(language).banner(network.name, ofMonth(month, language));
    won.push({
      id: network.id,
      title: pickText(winner.title, language),
      to: link(commons.work, { work: winner.work }),
      note,
    });
  }
  const vote = {
    id: 'vote',
    title: words.list.monthVote(ofMonth(monthBefore(monthOf(now)), language)),
    to: link(monthAt.show, { organisation }),
    note: '',
  };
  return [...won, vote];
}

/** The way to the care of the guides, with how many are late, for those who answer for them. */
async function careOf({ context, site }: Place): Promise<ListView['care']> {
  const { organisation } = site;
  if (site.kind === 'open' || !mayChange(context, organisation)) return null;
  const offered = [...(await listOffered(acting(context), 'guide')).keys()];
  const today = isoDay(context.now);
  const { late, offered: toTakeIn } = await countCare(context.tx, organisation, { today, offered });
  const { title, list } = careTexts(context.language);
  const to = (visa?: string): string => link(careAt.list, { organisation }, { visa });
  if (late > 0) return { title: list.lateLink(late), to: to('forsenade') };
  return toTakeIn > 0 ? { title: list.offeredLink(toTakeIn), to: to('att-ta-in') } : { title, to: to() };
}

const start = { path: '/k/:organisation' } as const;

/** The guides of an organisation, as chosen. */
export async function listView(context: Context, site: Site, wanted: Wanted): Promise<ListView> {
  const words = readingTexts(context.language);
  const place: Place = { context, site, words, person: personOf(context, site) };
  const { tx } = context;
  const changed = await changedWorks(place);
  const subject = isSubject(wanted.subject) ? wanted.subject : null;
  const filter: ShelfFilter = {
    open: site.kind === 'open',
    subject,
    works: wanted.changed ? changed : null,
  };
  const offset = (wanted.page - 1) * perPage;
  const rows = await listShelf(tx, site.organisation, { ...filter, limit: perPage, offset });
  const subjects = await countSubjects(tx, site.organisation, filter);
  const total = sumOf(subjects.filter((one) => subject === null || one.subject === subject));
  const reads =
    place.person === null
      ? new Map()
      : await findReads(
          tx,
          place.person,
          rows.map((row) => row.work),
        );
  const query = { amne: subject ?? undefined, visa: wanted.changed ? 'andrade' : undefined };
  return {
    words,
    open: site.kind === 'open',
    searchTo: site.list(),
    chips: chipsOf(place, wanted, subjects),
    changed:
      changed.length === 0 || wanted.changed
        ? null
        : { title: words.list.changed(changed.length), to: site.list({ visa: 'andrade' }) },
    range: rows.length === 0 ? null : words.list.range(offset + 1, offset + rows.length, total),
    filtered: subject !== null || wanted.changed || wanted.page > 1,
    allTo: site.list(),
    startTo: link(start, { organisation: site.organisation }),
    libraryTo: site.kind === 'open' ? null : link(commons.library, {}, { kind: 'guide' }),
    mayAdopt: site.kind === 'work' && mayChange(context, site.organisation),
    month: wanted.page === 1 ? await monthOfNetworks(place) : [],
    care: await careOf(place),
    resume: wanted.page === 1 ? await resumeOf(place) : [],
    rows: rows.map((row) => rowView(row, reads, place)),
    page: wanted.page,
    pages: Math.ceil(total / perPage),
    pageTo: (sida) => site.list({ ...query, sida }),
  };
}
