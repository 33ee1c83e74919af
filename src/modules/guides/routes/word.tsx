import { pickText } from '../../../kernel/index.ts';
import { z } from 'zod';
import { scannerOf } from '../../../platform/files/index.ts';
import {
  getOrganisation,
  link,
  missing,
  route,
  see,
  type Context,
  type Reply,
} from '../../../platform/http/index.ts';
import { acting, addresses as commons, editDraft } from '../../commons/index.ts';
import { mediaOf } from '../media/store.ts';
import { altName, ReviewPage, skipName, WordPage } from '../pages/word/word-page.tsx';
import { findWorked, type Worked } from '../studio/draft.ts';
import { wordTexts } from '../texts/word.ts';
import { commandsFor, picturesOf } from '../word/elements.ts';
import { findReview, reviewWord, saveReview, type Review } from '../word/review.ts';
import { draft as at } from './addresses.ts';
import { writers } from '../writers.ts';

const frame = { kind: 'work', area: 'services' } as const;

const Fields = z.record(z.string().max(100), z.string().max(300).catch(''));
type Fields = Readonly<z.infer<typeof Fields>>;

type Here = { readonly context: Context; readonly worked: Worked };

async function open(context: Context, work: string): Promise<Here | null> {
  const worked = await findWorked(acting(context), work);
  return worked === null ? null : { context, worked };
}

const placeOf = ({ context, worked }: Here) => ({
  organisation: getOrganisation(context),
  work: worked.work,
});

function common(here: Here, problems: ReadonlyMap<string, string>) {
  const { context, worked } = here;
  const words = wordTexts(context.language);
  const place = placeOf(here);
  return {
    words,
    problems,
    action: link(at.word, place),
    trail: [
      { title: words.works, to: link(commons.variants, { organisation: place.organisation }) },
      { title: pickText(worked.definition.title, context.language), to: link(commons.variant, place) },
      { title: words.crumb, to: link(commons.edit, place) },
      { title: words.title },
    ],
  };
}

function choosePage(here: Here, problems: ReadonlyMap<string, string> = new Map()): Reply {
  const failed = problems.size > 0;
  const view = common(here, problems);
  const page = { kind: 'page', title: view.words.title, frame, content: <WordPage {...view} /> } as const;
  return failed ? { ...page, failed, status: 422 } : page;
}

type Looked = { readonly content: string; readonly review: Review; readonly fields: Fields };
type Said = { readonly problems: ReadonlyMap<string, string>; readonly status: number };

const answersIn = ({ review, fields }: Looked) =>
  picturesOf(review).map((_, index) => ({
    alt: (fields[altName(index + 1)] ?? '').trim(),
    skip: (fields[skipName(index + 1)] ?? '') !== '',
  }));

function reviewPage(here: Here, looked: Looked, said: Said = { problems: new Map(), status: 200 }): Reply {
  const view = common(here, said.problems);
  const place = placeOf(here);
  return {
    kind: 'page',
    status: said.status,
    failed: said.problems.size > 0,
    title: view.words.title,
    frame,
    content: (
      <ReviewPage
        {...view}
        review={looked.review}
        content={looked.content}
        revision={here.worked.revision}
        media={(hash) => link(at.media, { ...place, hash }, { innehall: looked.content })}
        alternatives={answersIn(looked)}
      />
    ),
  };
}

const showWord = route({
  method: 'GET',
  path: at.word.path,
  access: writers,
  query: Fields,
  handle: async (context, { params: { work }, query: fields }) => {
    const here = await open(context, work);
    if (here === null) return missing;
    const content = fields['innehall'] ?? '';
    if (content === '') return choosePage(here);
    const review = await findReview(mediaOf(context), content);
    if (review === null) return choosePage(here, new Map([['dokument', wordTexts(context.language).gone]]));
    return reviewPage(here, { content, review, fields: {} });
  },
});

const takeWord = route({
  method: 'POST',
  path: at.word.path,
  access: writers,
  body: Fields,
  takesFiles: async (context, { work }) => (await open(context, work ?? '')) !== null,
  handle: async (context, { params: { work }, body: fields, files: [file] }) => {
    const here = await open(context, work);
    if (here === null) return missing;
    const words = wordTexts(context.language);
    const content = fields['innehall'] ?? '';
    if (content !== '') return add(here, content, fields);
    if (file === undefined) return choosePage(here, new Map([['dokument', words.noFile]]));
    const store = mediaOf(context);
    const read = await reviewWord(file, { store, scan: scannerOf(context) });
    if (!read.ok) return choosePage(here, new Map([['dokument', words.refused[read.failure]]]));
    return see(link(at.word, placeOf(here), { innehall: await saveReview(store, read.review) }));
  },
});

/** Puts what was looked at last in the draft. */
async function add(here: Here, content: string, fields: Fields): Promise<Reply> {
  const { context, worked } = here;
  const words = wordTexts(context.language);
  const review = await findReview(mediaOf(context), content);
  if (review === null) return choosePage(here, new Map([['dokument', words.gone]]));
  const looked = { content, review, fields };
  const answers = answersIn(looked);
  const problems = new Map(
    answers.flatMap(({ alt, skip }, index) =>
      alt === '' && !skip ? [[altName(index + 1), words.needAlt(index + 1)] as const] : [],
    ),
  );
  if (problems.size > 0) return reviewPage(here, looked, { problems, status: 422 });
  const revision = /^\d{1,9}$/.test(fields['revision'] ?? '') ? Number(fields['revision']) : null;
  const { definition } = worked;
  const alternatives = answers.map(({ alt, skip }) => (skip ? null : alt));
  const refuse = (text: string): Reply =>
    reviewPage(here, looked, { problems: new Map([['', text]]), status: 409 });
  if (revision !== worked.revision) return refuse(words.stale);
  const commands = commandsFor(review, alternatives, definition);
  const saved = await editDraft(acting(context), { work: worked.work, revision, commands });
  if (saved.ok) return see(link(commons.edit, placeOf(here), { sparat: 'ja' }));
  return refuse(saved.failure.kind === 'not-allowed' ? words.locked : words.stale);
}

export const wordRoutes = [showWord, takeWord] as const;
