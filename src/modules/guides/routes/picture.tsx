import { z } from 'zod';
import {
  getOrganisation,
  link,
  missing,
  route,
  see,
  type Context,
  type Reply,
} from '../../../platform/http/index.ts';
import { acting } from '../../commons/index.ts';
import { namedIn } from '../media/named.ts';
import { mediaOf, type MediaStore } from '../media/store.ts';
import { PicturePage } from '../pages/picture/picture-page.tsx';
import { before, findWorked, type Worked } from '../studio/draft.ts';
import { actOnPicture, type PictureAct, type PictureProblem } from '../studio/picture/act.ts';
import { findPicture, type PictureBlock } from '../studio/picture/block.ts';
import {
  areaIn,
  areaNames,
  clicked,
  cornerIn,
  cornerText,
  labelName,
  typedIn,
  typedOf,
  type TypedArea,
} from '../studio/picture/pick.ts';
import { picturesOf } from '../word/elements.ts';
import { findReview } from '../word/review.ts';
import { between } from '../media/picture/area.ts';
import { pictureTexts, type PictureTexts } from '../texts/picture.ts';
import { draft as at } from './addresses.ts';
import { writers } from '../writers.ts';
import { replyWith } from './media.ts';
import { pictureView, sizeIn, type Chosen } from './picture-view.ts';

const frame = { kind: 'work', area: 'services' } as const;

const Fields = z.record(z.string().max(300), z.string().max(300).catch(''));
type Fields = Readonly<z.infer<typeof Fields>>;

type Here = {
  readonly context: Context;
  readonly organisation: string;
  readonly worked: Worked;
  readonly block: PictureBlock;
  readonly fields: Fields;
};

async function open(context: Context, work: string, fields: Fields): Promise<Here | null> {
  const worked = await findWorked(acting(context), work);
  const block = worked === null ? null : findPicture(worked.definition, fields['element'] ?? '');
  const organisation = getOrganisation(context);
  return worked === null || block === null ? null : { context, organisation, worked, block, fields };
}

const actsDone = [
  'crop',
  'blur',
  'mark',
  'remove',
  'back',
] as const satisfies readonly (keyof PictureTexts['saved'])[];

const labelsIn = ({ fields, worked }: Here): Chosen['labels'] =>
  Object.fromEntries(
    worked.definition.languages.map((language) => [language, (fields[labelName(language)] ?? '').trim()]),
  );

async function page(here: Here, problem: PictureProblem | null, status = 200): Promise<Reply> {
  const { context, fields } = here;
  const words = pictureTexts(context.language);
  const done = actsDone.find((one) => one === fields['klart']);
  const view = await pictureView(context, here, {
    corner: cornerIn(fields['horn'] ?? ''),
    typed: typedIn(fields),
    labels: labelsIn(here),
    problems: new Map(problem === null ? [] : [[fieldOf(here, problem), words.problems[problem]]]),
    done: done === undefined ? null : words.saved[done],
  });
  return {
    kind: 'page',
    status,
    title: words.title,
    frame,
    failed: problem !== null,
    content: <PicturePage {...view} />,
  };
}

/** Where a problem is put right; '' for the page as a whole. */
function fieldOf({ worked }: Here, problem: PictureProblem): string {
  if (problem === 'area') return areaNames.x;
  return problem === 'label' ? labelName(worked.definition.languages[0] ?? 'sv') : '';
}

const address = ({ organisation, worked, block }: Here, query: Readonly<Record<string, string>>): string =>
  link(at.picture, { organisation, work: worked.work }, { element: block.id, ...query });

/** The same page with the corner, or the area between two, in its address. */
async function afterClick(here: Here): Promise<Reply | null> {
  const { context, block, fields } = here;
  const size = await sizeIn(context, block);
  const corner = size === null ? null : clicked(fields, size);
  if (corner === null) return null;
  const first = cornerIn(fields['horn'] ?? '');
  if (first === null) return see(`${address(here, { horn: cornerText(corner) })}#valj`);
  return see(`${address(here, keep(typedOf(between(first, corner))))}#valj`);
}

const showPicture = route({
  method: 'GET',
  path: at.picture.path,
  access: writers,
  query: Fields,
  handle: async (context, { params: { work }, query }) => {
    const here = await open(context, work, query);
    if (here === null) return missing;
    return (await afterClick(here)) ?? page(here, null);
  },
});

type Read =
  | { readonly ok: true; readonly act: PictureAct }
  | { readonly ok: false; readonly problem: PictureProblem };

function readAct(here: Here): Read {
  const [verb = '', target = ''] = (here.fields['do'] ?? '').split(':');
  if (verb === 'remove') return { ok: true, act: { kind: 'remove', mark: target } };
  if (verb === 'back') return { ok: true, act: { kind: 'back', media: target } };
  const area = areaIn(typedIn(here.fields));
  if (area === null) return { ok: false, problem: 'area' };
  if (verb === 'crop' || verb === 'blur') return { ok: true, act: { kind: verb, area } };
  const label = Object.fromEntries(Object.entries(labelsIn(here)).filter(([, text]) => text !== ''));
  const [first = 'sv'] = here.worked.definition.languages;
  if (label[first] === undefined) return { ok: false, problem: 'label' };
  return { ok: true, act: { kind: 'mark', area, label } };
}

const changePicture = route({
  method: 'POST',
  path: at.picture.path,
  access: writers,
  body: Fields,
  handle: async (context, { params: { work }, body }) => {
    const here = await open(context, work, body);
    if (here === null) return missing;
    const { worked, block, fields } = here;
    const typed = typedIn(fields);
    if (fields['do'] === 'show') return see(`${address(here, keep(typed))}#valj`);
    const read = readAct(here);
    if (!read.ok) return page(here, read.problem, 422);
    const revision = /^\d{1,9}$/.test(fields['revision'] ?? '') ? Number(fields['revision']) : null;
    const done = await actOnPicture(context, { worked, block, revision }, read.act);
    if (!done.ok) return page(here, done.problem, 409);
    return see(address(here, { klart: read.act.kind }));
  },
});

const keep = (typed: TypedArea): Readonly<Record<string, string>> => ({
  [areaNames.x]: typed.x,
  [areaNames.y]: typed.y,
  [areaNames.width]: typed.width,
  [areaNames.height]: typed.height,
});

/** A picture of a document that is looked at before it is in the draft. */
async function readPicture(store: MediaStore, content: string, hash: string): Promise<Reply> {
  const review = await findReview(store, content);
  const named = review === null ? [] : picturesOf(review);
  return replyWith(
    store,
    named.map((one) => ({ hash: one.hash, use: 'picture', name: 'bild' })),
    hash,
  );
}

/** A file of the draft, or of what the draft was a moment ago: for those who work on it alone. */
const showDraftMedia = route({
  method: 'GET',
  path: at.media.path,
  access: writers,
  query: z.object({ innehall: z.string().max(100).default('') }),
  handle: async (context, { params: { work, hash }, query: { innehall } }) => {
    const a = acting(context);
    const worked = await findWorked(a, work);
    if (worked === null) return missing;
    const store = mediaOf(context);
    if (innehall !== '') return readPicture(store, innehall, hash);
    const now = namedIn(worked.definition);
    if (now.some((one) => one.hash === hash)) return replyWith(store, now, hash);
    for await (const definition of before(a, worked)) {
      const then = namedIn(definition);
      if (then.some((one) => one.hash === hash)) return replyWith(store, then, hash);
    }
    return missing;
  },
});

export const pictureRoutes = [showPicture, changePicture, showDraftMedia] as const;
