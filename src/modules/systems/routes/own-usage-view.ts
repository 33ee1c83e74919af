import { link } from '../../../platform/http/index.ts';
import { joinList } from '../../../platform/text/index.ts';
import type { Fact, LinkListItem } from '../../../ui/index.ts';
import { findNames } from '../../organisations/index.ts';
import { everybody, own as at } from '../addresses.ts';
import { lacksOf, mendedBy } from '../landscape/lacks.ts';
import type { Row } from '../landscape/row.ts';
import { fieldsIn } from '../landscape/say.ts';
import { confidenceOf } from '../model/confidence.ts';
import { groups, type Audience, type Group } from '../model/field.ts';
import { fieldOf, type FieldId } from '../model/fields.ts';
import { audienceOf, type Policy } from '../model/shown.ts';
import type { Shell } from '../pages/own/shell.tsx';
import type { GroupView, UsageView } from '../pages/own/usage-page.tsx';
import { groupWords, optionsOf, wordsOf } from '../texts/fields.ts';
import { viewTexts } from '../texts/own-views.ts';
import { listHistory } from '../usages/history.ts';
import { findPolicy } from '../usages/store.ts';
import { flowView, type FlowAsked } from './own-flow-view.ts';
import { trailOf, usageTo, type Ground } from './own-ground.ts';
import { historyWords } from './own-history.ts';
import { inWords } from './own-inputs.ts';

const historyShown = 10;
const historyPerPage = 100;

const widestFirst: readonly Audience[] = ['public-sector', 'municipalities', 'networks', 'own'];

/** Who sees some fields: the widest of their audiences, and which see only a part. */
export function shownTo({ words, context }: Ground, policy: Policy, ids: readonly FieldId[]): string {
  const found = new Set(ids.map((id) => audienceOf(policy, id)));
  const [widest = 'own', ...narrower] = widestFirst.filter((one) => found.has(one));
  const all = words.one.shownTo(words.audiences[widest]);
  const some = narrower.map((one) => words.audiences[one]);
  return some.length === 0 ? all : words.one.partlyShown(all, joinList(some, context.language));
}

function groupView(ground: Ground, row: Row, { group, policy }: { group: Group; policy: Policy }): GroupView {
  const { words, context, organisation, canChange } = ground;
  const ids = fieldsIn(group);
  const title = groupWords(context.language)[group];
  const known = ids.filter((id) => row.facts[id] !== undefined);
  const own = row.registeredBy === null;
  const facts: readonly Fact[] = known.map((id) => {
    const { name } = wordsOf(context.language, id);
    return { term: name, value: inWords(ground, id, row.facts).join(', ') };
  });
  const verb = known.length === 0 ? words.one.fill : words.one.group;
  return {
    id: group,
    title,
    shownTo: own ? shownTo(ground, policy, known.length === 0 ? ids : known) : '',
    facts,
    change:
      own && canChange
        ? {
            title: verb,
            label: `${verb} ${title.toLowerCase()}`,
            to: link(at.change, { organisation, usage: row.id }, { del: group }),
          }
        : null,
  };
}

/** What lacks, each with the way to where it is mended. */
function lackItems(ground: Ground, row: Row): readonly LinkListItem[] {
  const { context, organisation, today } = ground;
  const says = viewTexts(context.language).lacks;
  return lacksOf(row, { today, now: context.now }).map((lack) => {
    const field = mendedBy[lack];
    const names = { organisation, usage: row.id };
    const to =
      field === null
        ? `${link(at.usage, names)}#act`
        : `${link(at.change, names, { del: fieldOf(field).group })}#${field}`;
    return { id: lack, title: says.names[lack], to, note: says.why[lack] };
  });
}

async function sideFacts(ground: Ground, row: Row): Promise<readonly Fact[]> {
  const { words, names, context } = ground;
  const { one } = words;
  const members =
    row.registeredBy === null ? await findNames(context.tx, row.members) : new Map<string, string>();
  const status = optionsOf(context.language, 'status').find(({ value }) => value === row.facts.status);
  const said: readonly (readonly [string, string])[] = [
    [one.product, row.product.name],
    [one.supplier, row.supplier?.name ?? ''],
    [one.does, row.components.map(names.component).join(', ')],
    [words.list.status, status?.label ?? ''],
    [one.members, [...members.values()].join(', ')],
  ];
  return said.filter(([, value]) => value !== '').map(([term, value]) => ({ term, value }));
}

export type UsageAsked = {
  readonly flow: FlowAsked | null;
  readonly saved: NonNullable<Shell['saved']> | null;
  /** The page of the whole history instead of the last of it. */
  readonly history: number | null;
};

/** One system, one's own or registered by a joint body. */
export async function usageView(ground: Ground, row: Row, asked: UsageAsked): Promise<UsageView> {
  const { words, context, organisation, canChange } = ground;
  const { tx } = context;
  const isOwn = row.registeredBy === null;
  const policy = await findPolicy(tx, organisation);
  const limit = asked.history === null ? historyShown : historyPerPage;
  const page = asked.history ?? 1;
  const history = isOwn
    ? await listHistory(tx, organisation, row.id, { limit, offset: (page - 1) * limit })
    : { lines: [], total: 0 };
  const says = await historyWords(ground, history.lines);
  const confidence = confidenceOf(row.confirmedAt, context.now);
  const names = { organisation, usage: row.id };
  const note = row.name === row.product.name ? [] : [row.product.name];
  const by = [...note, ...(row.supplier === null ? [] : [row.supplier.name])].join(', ');
  const groupViews = groups.map((group) => groupView(ground, row, { group, policy }));
  return {
    shell: {
      words,
      views: ground.views,
      head: {
        title: row.name,
        trail: trailOf(ground, row.name),
        ...(by === '' ? {} : { summary: by }),
        ruled: false,
      },
      ...(asked.saved === null ? {} : { saved: asked.saved }),
      problems: [...(asked.flow?.problems ?? [])].map(([field, message]) => ({ field, message })),
      example: row.example,
    },
    joint: row.registeredBy === null ? null : words.one.joint(row.registeredBy.name),
    confidence: {
      title: words.confidence.byOwner(confidence.days),
      text: words.confidence[confidence.state],
      old: confidence.state !== 'confirmed',
    },
    lacks: isOwn && canChange ? lackItems(ground, row) : [],
    side: await sideFacts(ground, row),
    groups: groupViews.filter(({ facts }) => facts.length > 0),
    empty: groupViews.flatMap(({ id, title, facts, shownTo: note, change }) =>
      facts.length > 0 || change === null ? [] : [{ id, title, note, to: change.to }],
    ),
    flows: isOwn ? await flowView(ground, row, asked.flow) : null,
    history: history.lines.map(says.entry),
    historyMore:
      asked.history === null && history.total > history.lines.length
        ? `${usageTo(ground, row.id)}?historik=1#historik`
        : null,
    historyPages: {
      page,
      pages: asked.history === null ? 1 : Math.ceil(history.total / historyPerPage),
      to: (sida) => `${usageTo(ground, row.id)}?historik=${sida}#historik`,
    },
    acts:
      isOwn && canChange
        ? {
            confirmTo: link(at.confirm, names),
            secretTo: link(at.secret, names),
            secret: row.secret,
            removeTo: link(at.remove, names),
            productTo: link(at.changeProduct, names),
            othersTo: link(everybody.product, { organisation, product: row.product.id }),
            policyTo: link(at.policy, { organisation }),
          }
        : null,
  };
}
