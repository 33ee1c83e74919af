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
    const rows = chosenRows(ground, Chosen.parse(body['val']));
    if (field === null || rows.length === 0) return severalPage(ground, { rows, field: null });
    const typed = typedIn(body, field);
    const read = readTyped(field, typed, lookupOf(ground));
    if (!read.ok)
      return severalPage(ground, { rows, field, typed, error: sayFault(ground.words, read.failure) });
    const differing = rows.filter(
      ({ facts }) => JSON.stringify(facts[field] ?? null) !== JSON.stringify(read.value),
    );
    if (differing.length === 0)
      return severalPage(ground, { rows, field, typed, error: ground.words.several.same });
    const doing = doingOf(context);
    const changes = Object.fromEntries([[field, read.value]]);
    const acts = differing.map(({ id }) => ({ kind: 'change', id, changes }) as const);
    const done = await changeUsages(doing, acts);
    // Somebody has removed one of them meanwhile: the page shows those that are left.
    if (!done.ok) return see(link(at.several, { organisation }));
    return see(link(at.batch, { organisation, batch: doing.batch.id }, { gjort: 'sparat' }));
  },
});

export const severalRoutes = [showSeveral, saveSeveral] as const;
