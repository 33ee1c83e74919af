import { z } from 'zod';
import { link, route, see, type Reply } from '../../../platform/http/index.ts';
import { own as at } from '../addresses.ts';
import { registrars } from '../everybody/reader.ts';
import { ownRows, type Row } from '../landscape/row.ts';
import { fieldsIn } from '../landscape/say.ts';
import { Body, readTyped, typedIn, type TypedValue } from '../landscape/typed.ts';
import { groups } from '../model/field.ts';
import { isField, type FieldId } from '../model/fields.ts';
import { SeveralPage, type SeveralView } from '../pages/own/several-page.tsx';
import { groupWords, wordsOf } from '../texts/fields.ts';
import { changeUsages } from '../usages/actions.ts';
import { lockUsages } from '../usages/store.ts';
import { doingOf, frame, lookupOf, readGround, trailOf, type Ground } from './own-ground.ts';
import { inputOf, inWords, sayFault } from './own-inputs.ts';

/** Addresses have an end: so many are changed in one go, a page of the list many times over. */
const mostChosen = 100;

const Chosen = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((given): readonly string[] =>
    given === undefined ? [] : typeof given === 'string' ? [given] : given,
  );

/** What others have in common is not changed: a name of one's own is one system's. */
const changeable = (id: FieldId): boolean => id !== 'localName';

type Asked = {
  readonly rows: readonly Row[];
  readonly field: FieldId | null;
  readonly typed?: TypedValue;
  readonly error?: string;
};

function severalView(ground: Ground, { rows, field, typed = '', error }: Asked): SeveralView {
  const { words, organisation, context } = ground;
  const names = groupWords(context.language);
  const chosen = new URLSearchParams(rows.map(({ id }) => ['val', id]));
  const to = link(at.several, { organisation });
  return {
    shell: {
      words,
      views: ground.views,
      head: { title: words.several.title(rows.length), trail: trailOf(ground, words.list.several) },
      problems: error === undefined || field === null ? [] : [{ field, message: error }],
      example: rows.some(({ example }) => example),
    },
    to,
    backTo: link(at.list, { organisation }),
    chosen: rows.map((row) => ({
      id: row.id,
      name: row.name,
      now: field === null ? '' : inWords(ground, field, row.facts).join(', ') || words.history.empty,
    })),
    opened:
      field === null
        ? ''
        : JSON.stringify(Object.fromEntries(rows.map((row) => [row.id, row.facts[field] ?? null]))),
    input: field === null ? null : inputOf(ground, field, { typed, error }),
    fields: groups.map((group) => ({
      title: names[group],
      options: fieldsIn(group)
        .filter(changeable)
        .map((id) => ({ value: id, label: wordsOf(context.language, id).name })),
    })),
    otherTo: `${to}?${chosen.toString()}`,
  };
}

function severalPage(ground: Ground, asked: Asked): Reply {
  const failed = asked.error !== undefined;
  return {
    kind: 'page',
    ...(failed ? { status: 422, failed } : {}),
    title: ground.words.several.title(asked.rows.length),
    frame,
    content: <SeveralPage {...severalView(ground, asked)} />,
  };
}

const chosenRows = ({ landscape }: Ground, ids: readonly string[]): readonly Row[] =>
  ownRows(landscape)
    .filter(({ id }) => ids.includes(id))
    .slice(0, mostChosen);

/** Those of the rows that are there, as they stand now; nobody else changes them from here on. */
async function standing({ context, organisation }: Ground, rows: readonly Row[]): Promise<readonly Row[]> {
  const states = await lockUsages(
    context.tx,
    organisation,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const state = states.get(row.id);
    return state === undefined || state.removed ? [] : [{ ...row, facts: state.facts }];
  });
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** What stood in each when the form was opened. Empty for what cannot be read. */
function openedIn(text: unknown): ReadonlyMap<string, unknown> {
  if (typeof text !== 'string') return new Map();
  try {
    const read = z.record(z.string(), z.unknown()).safeParse(JSON.parse(text));
    return new Map(read.success ? Object.entries(read.data) : []);
  } catch {
    return new Map();
  }
}

const fieldIn = (text: string): FieldId | null => (isField(text) && changeable(text) ? text : null);

const showSeveral = route({
  method: 'GET',
  path: at.several.path,
  access: registrars,
  query: z.object({ val: Chosen, falt: z.string().max(60).default('') }),
  handle: async (context, { params: { organisation }, query }) => {
    const ground = await readGround(context);
    const rows = chosenRows(ground, query.val);
    if (rows.length === 0) return see(link(at.list, { organisation }));
    return severalPage(ground, { rows, field: fieldIn(query.falt) });
  },
});

const saveSeveral = route({
  method: 'POST',
  path: at.several.path,
  access: registrars,
  body: Body,
  handle: async (context, { params: { organisation }, body }) => {
    const ground = await readGround(context);
    const given = body['falt'];
    const field = fieldIn(typeof given === 'string' ? given : '');
    const chosen = Chosen.parse(body['val']).slice(0, mostChosen);
    const rows = await standing(ground, chosenRows(ground, chosen));
    if (field === null || rows.length === 0) return severalPage(ground, { rows, field: null });
    const { several } = ground.words;
    const typed = typedIn(body, field);
    const read = readTyped(field, typed, lookupOf(ground));
    const again = (error: string): Reply => severalPage(ground, { rows, field, typed, error });
    if (!read.ok) return again(sayFault(ground.words, read.failure));
    if (rows.length < chosen.length) return again(several.gone(chosen.length - rows.length));
    const differing = rows.filter(({ facts }) => !same(facts[field], read.value));
    if (differing.length === 0) return again(several.same);
    const opened = openedIn(body['fore']);
    const since = differing.filter(({ id, facts }) => opened.has(id) && !same(facts[field], opened.get(id)));
    if (since.length > 0) return again(several.since(since.map(({ name }) => name)));
    const doing = doingOf(context);
    const changes = Object.fromEntries([[field, read.value]]);
    const acts = differing.map(({ id }) => ({ kind: 'change', id, changes }) as const);
    const done = await changeUsages(doing, acts);
    if (!done.ok) throw new Error('rows that were locked were refused');
    return see(link(at.batch, { organisation, batch: doing.batch.id }, { gjort: 'sparat' }));
  },
});

export const severalRoutes = [showSeveral, saveSeveral] as const;
