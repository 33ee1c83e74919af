import { link, type Context } from '../../../platform/http/index.ts';
import { formatDate } from '../../../platform/text/index.ts';
import { addresses as commons } from '../../commons/index.ts';
import { findNames } from '../../organisations/index.ts';
import { isHeard, type NoteFailure } from '../care/notes.ts';
import { sharedBy } from '../care/shared.ts';
import type { NoteLine, NotesView } from '../pages/care/notes-page.tsx';
import { findStep } from '../reading/fingerprint.ts';
import { findShownGuide, sayer, type ShownGuide } from '../reading/shown.ts';
import { countNotes, findNote, listNotes, type Note } from '../store/notes.ts';
import { careTexts, type CareTexts } from '../texts/care.ts';
import { care as at, siteOf } from './addresses.ts';
import { careTrail } from './care-view.ts';
import { mayChange } from './common-view.ts';
import { perPage } from './list-view.ts';

export type NotesAsked = {
  readonly visa: string;
  readonly sida: number;
  readonly klart: string;
  /** What was not done with a note, and the answer that was typed to it. */
  readonly refused: {
    readonly id: string;
    readonly failure: Exclude<NoteFailure, 'not-found'>;
    readonly typed: string;
  } | null;
};

type Around = {
  readonly context: Context;
  readonly organisation: string;
  readonly guides: ReadonlyMap<string, ShownGuide>;
  readonly names: ReadonlyMap<string, string>;
};

function placeOf(note: Note, { context, organisation, guides }: Around): NoteLine['place'] {
  const words = careTexts(context.language).notes;
  const site = siteOf('work', organisation);
  const shown = guides.get(note.work);
  const step = shown === undefined ? null : findStep(shown.guide, note.step);
  if (shown === undefined || step === null) return { title: note.work, to: site.guide(note.work) };
  const say = sayer(shown, context.language);
  const title = words.in(say(step.title).text, say(shown.guide.title).text);
  return { title, to: `${site.step(note.work, note.step)}#${note.element}` };
}

function answerOf({ answer, answeredBy, answeredAt }: Note, { language }: Context): NoteLine['answer'] {
  if (answeredAt === null) return null;
  const { notes } = careTexts(language);
  const say = answer === null ? notes.closedBy : notes.answeredBy;
  return { by: say(answeredBy ?? '', formatDate(answeredAt, language)), text: answer ?? '' };
}

function lineOf(note: Note, around: Around): NoteLine {
  const { context, organisation, guides, names } = around;
  const { language } = context;
  const words = careTexts(language).notes;
  const nameOf = (id: string): string => names.get(id) ?? id;
  const shown = guides.get(note.work) ?? null;
  const upstream = sharedBy(note, shown);
  const who = note.authorName ?? (note.from === null ? words.unknown : words.from(nameOf(note.from)));
  const params = { organisation, note: note.id };
  const isOpen = note.answeredAt === null;
  return {
    id: note.id,
    place: placeOf(note, around),
    text: note.text,
    by: words.by(who, formatDate(note.at, language)),
    sentOn: note.to === null ? null : words.sentOn(nameOf(note.to)),
    answer: answerOf(note, context),
    heard: isHeard(note),
    answerTo: link(at.answer, params),
    sendOn:
      isOpen && upstream !== null && note.to === null
        ? { title: words.sendOn(nameOf(upstream)), to: link(at.sendOn, params) }
        : null,
    change:
      isOpen && shown !== null && mayChange(context, organisation)
        ? link(commons.edit, { organisation, work: note.work }, { element: note.element })
        : null,
  };
}

function troubleOf({ refused }: NotesAsked, words: CareTexts['notes']): NotesView['trouble'] {
  if (refused === null) return null;
  const { id, failure, typed } = refused;
  const said = {
    'no-answer': words.emptyAnswer,
    answered: words.already,
    'not-shared': words.notShared,
    'sent-on': words.alreadySent,
  } as const satisfies Record<typeof failure, string>;
  return { id, text: said[failure], typed, inAnswer: failure === 'no-answer' };
}

/** Those of the page, with the note first that something was refused of, where it is no longer among them. */
async function withRefused(
  { tx }: Context,
  organisation: string,
  { refused, notes }: Pick<NotesAsked, 'refused'> & { readonly notes: readonly Note[] },
): Promise<readonly Note[]> {
  if (refused === null || notes.some(({ id }) => id === refused.id)) return notes;
  const about = await findNote(tx, organisation, refused.id);
  return about === null ? notes : [about, ...notes];
}

/** What readers have written to an organisation. */
export async function notesView(
  context: Context,
  organisation: string,
  asked: NotesAsked,
): Promise<NotesView> {
  const words = careTexts(context.language);
  const open = asked.visa !== 'besvarade';
  const state = open ? 'open' : 'answered';
  const total = await countNotes(context.tx, organisation, state);
  const pages = Math.ceil(total / perPage);
  // What stood on the last page may have been answered since.
  const page = Math.min(asked.sida, Math.max(pages, 1));
  const range = { limit: perPage, offset: (page - 1) * perPage };
  const listed = await listNotes(context.tx, organisation, { state, ...range });
  const notes = await withRefused(context, organisation, { refused: asked.refused, notes: listed });
  const guides = new Map<string, ShownGuide>();
  for (const work of new Set(notes.map((note) => note.work))) {
    const shown = await findShownGuide({ tx: context.tx, organisation }, work);
    if (shown !== null) guides.set(work, shown);
  }
  const mentioned = [
    ...notes.flatMap(({ from, to }) => [from, to]),
    ...[...guides.values()].map(({ upstream }) => upstream?.organisation ?? null),
  ].filter((id) => id !== null);
  const around = {
    context,
    organisation,
    guides,
    names: await findNames(context.tx, [...new Set(mentioned)]),
  };
  const to = (visa: string, sida?: number): string => link(at.notes, { organisation }, { visa, sida });
  const openCount = open ? total : await countNotes(context.tx, organisation, 'open');
  return {
    words,
    trail: careTrail(context, organisation, [{ title: words.notes.title }]),
    chips: [
      {
        id: 'visa',
        title: open ? words.notes.open(openCount) : words.notes.answered,
        options: [
          { title: words.notes.open(openCount), to: to('att-svara-pa'), current: open },
          { title: words.notes.answered, to: to('besvarade'), current: !open },
        ],
      },
    ],
    open,
    done: asked.klart === 'ja',
    trouble: troubleOf(asked, words.notes),
    notes: notes.map((note) => lineOf(note, around)),
    page,
    pages,
    pageTo: (sida) => to(open ? 'att-svara-pa' : 'besvarade', sida),
  };
}
