import { z } from 'zod';
import { link, missing, route, see, type Reply } from '../../../platform/http/index.ts';
import { membersOf } from '../../organisations/index.ts';
import { own as at } from '../addresses.ts';
import { registrars } from '../everybody/reader.ts';
import type { Row } from '../landscape/row.ts';
import { fieldsIn, filledOf } from '../landscape/say.ts';
import {
  Body,
  decideEdit,
  meantOf,
  factsOpened,
  onlyFields,
  readAllTyped,
  typedIn,
  type Typed,
} from '../landscape/typed.ts';
import { groups, type Group } from '../model/field.ts';
import { fieldOf, type Facts, type FieldId } from '../model/fields.ts';
import { UsageFormPage, type FormView } from '../pages/own/form-page.tsx';
import { groupWords } from '../texts/fields.ts';
import { changeUsages } from '../usages/actions.ts';
import { lockUsages } from '../usages/store.ts';
import { doingOf, frame, lookupOf, readGround, trailOf, usageTo, type Ground } from './own-ground.ts';
import { inputOf, inWords, sayFault, shownIn } from './own-inputs.ts';
import { findOwn } from './own-usage.tsx';

const GroupName = z.enum(groups).catch('use');

type Asked = {
  readonly group: Group;
  /** As it stands now. */
  readonly facts: Facts;
  /** What was typed, where something is wrong with it. */
  readonly typed: Typed;
  readonly errors: ReadonlyMap<FieldId, string>;
  readonly members: readonly string[];
};

const changeTo = (ground: Ground, row: Row, group: Group): string =>
  link(at.change, { organisation: ground.organisation, usage: row.id }, { del: group });

/** The members of a joint body, which it may register systems for. */
async function membersView(ground: Ground, { group, members }: Asked): Promise<FormView['members']> {
  if (group !== 'use') return null;
  const all = await membersOf(ground.context.tx, ground.organisation);
  if (all.length === 0) return null;
  return { options: all.map(({ id, name }) => ({ value: id, label: name })), chosen: members };
}

function ceilingOf({ words }: Ground, group: Group): string | null {
  const [first] = fieldsIn(group);
  if (first === undefined) return null;
  const { ceiling } = fieldOf(first);
  return ceiling === 'public-sector' ? null : words.policy.ceilings[ceiling];
}

async function formView(ground: Ground, row: Row, asked: Asked): Promise<FormView> {
  const { words, context, organisation } = ground;
  const names = groupWords(context.language);
  const { group, facts } = asked;
  const ids = fieldsIn(group);
  const after = groups[groups.indexOf(group) + 1];
  const problems = [...asked.errors].map(([field, message]) => ({ field, message }));
  return {
    shell: {
      words,
      views: ground.views,
      head: {
        title: words.form.title(row.name),
        trail: [
          ...trailOf(ground).slice(0, 1),
          { title: row.name, to: usageTo(ground, row.id) },
          { title: words.one.group },
        ],
      },
      problems,
    },
    to: changeTo(ground, row, group),
    opened: JSON.stringify(onlyFields(facts, ids)),
    groups: [
      {
        id: 'delar',
        title: words.form.groups,
        items: groups.map((one) => ({
          id: one,
          title: names[one],
          note: `${filledOf(row.facts, fieldsIn(one))}/${fieldsIn(one).length}`,
          to: link(at.change, { organisation, usage: row.id }, { del: one }),
          current: one === group,
        })),
      },
    ],
    title: names[group],
    ceiling: ceilingOf(ground, group),
    inputs: ids.map((id) =>
      inputOf(ground, id, {
        typed: asked.typed[id] ?? shownIn(ground, id, facts),
        error: asked.errors.get(id),
      }),
    ),
    members: await membersView(ground, asked),
    next: after === undefined ? null : { id: after, title: names[after] },
  };
}

async function formPage(ground: Ground, row: Row, asked: Asked): Promise<Reply> {
  const view = await formView(ground, row, asked);
  const failed = asked.errors.size > 0;
  return {
    kind: 'page',
    ...(failed ? { status: 422, failed } : {}),
    title: ground.words.form.title(row.name),
    frame,
    content: <UsageFormPage {...view} />,
  };
}

const showForm = route({
  method: 'GET',
  path: at.change.path,
  access: registrars,
  query: z.object({ del: GroupName }),
  handle: async (context, { params, query }) => {
    const ground = await readGround(context);
    const row = findOwn(ground, params.usage);
    if (row === null) return missing;
    const { facts, members } = row;
    return formPage(ground, row, { group: query.del, facts, typed: {}, errors: new Map(), members });
  },
});

const listIn = (given: string | readonly string[] | undefined): readonly string[] =>
  given === undefined ? [] : typeof given === 'string' ? [given] : given;

const saveForm = route({
  method: 'POST',
  path: at.change.path,
  access: registrars,
  query: z.object({ del: GroupName }),
  body: Body,
  handle: async (context, { params, query: { del: group }, body }) => {
    const ground = await readGround(context);
    const row = findOwn(ground, params.usage);
    if (row === null) return missing;
    // From here on nobody else changes it: what is compared is what is changed.
    const now = (await lockUsages(context.tx, ground.organisation, [row.id])).get(row.id);
    if (now === undefined || now.removed) return missing;
    const typed: Typed = Object.fromEntries(fieldsIn(group).map((id) => [id, typedIn(body, id)]));
    const read = readAllTyped(typed, lookupOf(ground));
    const opened = body['fore'];
    const was = factsOpened(typeof opened === 'string' ? opened : '');
    const { changes, conflicts } = decideEdit({ was, now: now.facts, values: read.values });
    const errors = new Map(
      [...read.faults].map(([id, fault]) => [id, sayFault(ground.words, fault)] as const),
    );
    for (const id of conflicts) {
      errors.set(id, ground.words.form.conflict(inWords(ground, id, now.facts).join(', ')));
    }
    const chosen = listIn(body['medlemmar']);
    if (errors.size > 0)
      return formPage(ground, row, {
        group,
        facts: now.facts,
        typed: meantOf(typed, { was, read }),
        errors,
        members: chosen,
      });
    const allowed = group === 'use' ? await membersOf(context.tx, ground.organisation) : [];
    const members = allowed.map(({ id }) => id).filter((id) => chosen.includes(id));
    const done = await changeUsages(doingOf(context), [
      {
        kind: 'change',
        id: row.id,
        changes,
        revision: now.revision,
        ...(allowed.length === 0 ? {} : { members }),
      },
    ]);
    if (!done.ok) return missing;
    const next = GroupName.safeParse(body['vidare']);
    return body['vidare'] !== undefined && next.success
      ? see(changeTo(ground, row, next.data))
      : see(`${link(at.usage, params, { gjort: 'sparat' })}#${group}`);
  },
});

export const changeRoutes = [showForm, saveForm] as const;
