import { formatDate, formatTime, joinList } from '../../../platform/text/index.ts';
import type { TimelineEntry } from '../../../ui/index.ts';
import { findNames } from '../../organisations/index.ts';
import { standsFor } from '../catalogue/catalogue.ts';
import { rowOf } from '../landscape/row.ts';
import { sayStored } from '../landscape/say.ts';
import { fieldIds, isField } from '../model/fields.ts';
import type { Flow } from '../model/usage.ts';
import { wordsOf } from '../texts/fields.ts';
import { StoredFlow } from '../usages/flows.ts';
import type { HistoryLine } from '../usages/history.ts';
import { findUsages } from '../usages/store.ts';
import { actorNames, type Ground } from './own-ground.ts';

/** A fact of a line of history, before and after, in words. */
export type HistoryFact = {
  readonly key: string;
  readonly field: string;
  readonly was: string;
  readonly became: string;
};

export type HistoryWords = {
  readonly entry: (line: HistoryLine) => TimelineEntry;
  readonly facts: (line: HistoryLine) => readonly HistoryFact[];
  readonly actor: (id: string) => string;
  /** Of systems that are removed too. */
  readonly nameOf: (usage: string) => string;
};

const others = ['product', 'secret', 'members', 'flow'] as const;
type Other = (typeof others)[number];

const isOther = (key: string): key is Other => others.some((one) => one === key);

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

const flowIn = (value: unknown): Flow | null => {
  const read = StoredFlow.safeParse(value);
  return read.success ? read.data : null;
};

/** The flow that a line made or took away, and whether it made it. */
function flowOf({ was, became }: HistoryLine): { readonly flow: Flow; readonly made: boolean } | null {
  const made = flowIn(became['flow']);
  const dropped = flowIn(was['flow']);
  if (made !== null) return { flow: made, made: true };
  return dropped === null ? null : { flow: dropped, made: false };
}

export function fieldName({ context, words }: Ground, key: string): string {
  if (isField(key)) return wordsOf(context.language, key).name;
  return isOther(key) ? words.history.other[key] : key;
}

const mostDetailed = 3;

/** Says lines of history in words: who did it, and what became what. */
export async function historyWords(ground: Ground, lines: readonly HistoryLine[]): Promise<HistoryWords> {
  const { context, organisation, landscape, words } = ground;
  const { tx } = context;
  const { history } = words;
  const bags = lines.flatMap(({ was, became }) => [was, became]);
  const members = await findNames(tx, [...new Set(bags.flatMap((bag) => textsIn(bag['members'])))]);
  const ends = bags.flatMap((bag) => flowIn(bag['flow']) ?? []).flatMap(({ from, to }) => [from, to]);
  const usages = [...new Set([...lines.map(({ usage }) => usage), ...ends])];
  const names = new Map(
    [...(await findUsages(tx, organisation, usages))].map(([id, state]) => [
      id,
      rowOf(landscape, state).name,
    ]),
  );
  const actor = await actorNames(
    ground,
    lines.map((line) => line.actor),
  );
  const nameOf = (usage: string): string => names.get(usage) ?? usage;
  const { products } = landscape.catalogue;

  const sayOther = (key: Other, value: unknown): string | null => {
    switch (key) {
      case 'product':
        return typeof value === 'string' && products.has(value)
          ? (products.get(standsFor(products, value))?.record.name ?? value)
          : null;
      case 'secret':
        return typeof value === 'boolean' ? history.seen[value ? 'own' : 'others'] : null;
      case 'members':
        return (
          textsIn(value)
            .map((id) => members.get(id) ?? id)
            .join(', ') || null
        );
      case 'flow': {
        const flow = flowIn(value);
        if (flow === null) return null;
        return history.flow(
          nameOf(flow.from),
          nameOf(flow.to),
          words.one.flow(flow.what, words.frequencies[flow.frequency]),
        );
      }
    }
  };
  const say = (key: string, value: unknown): string =>
    (isOther(key)
      ? sayOther(key, value)
      : sayStored(key, value, { language: context.language, names: ground.names })) ?? history.empty;
  const facts = ({ was, became }: HistoryLine): readonly HistoryFact[] => {
    const keys = Object.keys(became);
    return [...fieldIds, ...others]
      .filter((key) => keys.includes(key))
      .map((key) => ({
        key,
        field: fieldName(ground, key),
        was: say(key, was[key]),
        became: say(key, became[key]),
      }));
  };
  const whatOf = (line: HistoryLine): string => {
    const found = flowOf(line);
    if (found !== null) return found.made ? history.flowMade : history.flowDropped;
    if (line.kind !== 'changed') return history[line.kind];
    const changed = facts(line).map(({ field }) => field.toLowerCase());
    return history.changed(joinList(changed, context.language));
  };
  const detailsOf = (line: HistoryLine): readonly string[] => {
    const found = flowOf(line);
    if (found !== null) return [say('flow', found.flow)];
    const known = line.kind === 'changed' ? facts(line) : [];
    return known.length <= mostDetailed
      ? known.map((one) => history.fromTo(one.field, one.was, one.became))
      : [];
  };
  return {
    facts,
    actor,
    nameOf,
    entry: (line) => ({
      id: `h${line.n}`,
      at: line.at.toISOString(),
      when: `${formatDate(line.at, context.language)} ${formatTime(line.at, context.language)}`,
      what: whatOf(line),
      note: [actor(line.actor), ...detailsOf(line)].join('. '),
    }),
  };
}
