import { decideUnit } from '../../organisations/index.ts';
import { standsFor, type Catalogue } from '../catalogue/catalogue.ts';
import { recogniseSupplier, sure } from '../catalogue/recognise.ts';
import type { Named } from '../model/field.ts';
import { allComponents } from '../taxonomy/editions.ts';
import type { OwnTaxonomy } from '../taxonomy/own.ts';
import { componentNameIn, everybodysTaxonomy } from '../taxonomy/reading.ts';
import type { Names } from './cells.ts';
import { bare } from './words.ts';

export type Unit = { readonly id: string; readonly name: string };

/** Names with the units that a sheet speaks of and that the organisation does not have yet. */
export type SheetNames = Names & { readonly proposed: ReadonlyMap<string, Unit> };

type Finding = (name: string) => string | null;

/** Where several components go by a word, none is meant. */
function findingBy(named: readonly { readonly id: string; readonly word: string }[]): Finding {
  const found = Map.groupBy(named, ({ word }) => word);
  return (name) => {
    const ids = new Set((found.get(bare(name)) ?? []).map(({ id }) => id));
    return ids.size === 1 ? ([...ids][0] ?? null) : null;
  };
}

const named = (id: string, words: readonly string[]) => words.map((word) => ({ id, word: bare(word) }));

/** Components by the organisation's own words first, then by everybody's, of any edition. */
function components(taxonomy: OwnTaxonomy): { readonly nameOf: Names['nameOf']; readonly idOf: Finding } {
  const all = allComponents();
  const own = findingBy(taxonomy.components.flatMap(({ id, name }) => named(id, [name.sv, name.en])));
  const everybodys = findingBy(
    [...all.values()].flatMap(({ id, name, words }) => named(id, [id, name.sv, name.en, ...words])),
  );
  return {
    nameOf: (_, id, language) => (all.has(id) ? componentNameIn(taxonomy, id, language) : null),
    idOf: (name) => (all.has(name) ? name : (own(name) ?? everybodys(name))),
  };
}

function suppliers(catalogue: Catalogue): { readonly nameOf: Names['nameOf']; readonly idOf: Finding } {
  return {
    nameOf: (_, id) => catalogue.suppliers.get(id)?.record.name ?? null,
    idOf: (name) => {
      if (catalogue.suppliers.has(name)) return name;
      const [best, next] = recogniseSupplier(catalogue, name);
      if (best === undefined || best.score < sure || next?.score === best.score) return null;
      return standsFor(catalogue.suppliers, best.id);
    },
  };
}

/** What facts refer to, by the catalogue, the taxonomy and the organisation's units, with new units by their names. */
export function namesFor(
  catalogue: Catalogue,
  units: readonly Unit[],
  taxonomy: OwnTaxonomy = everybodysTaxonomy(),
): SheetNames {
  const proposed = new Map<string, Unit>();
  const named = new Map(units.map(({ id, name }) => [bare(name), id]));
  const byId = new Map(units.map(({ id, name }) => [id, name]));
  const of = { component: components(taxonomy), supplier: suppliers(catalogue) };
  const unitOf: Finding = (name) => {
    if (byId.has(name)) return name;
    const known = named.get(bare(name));
    if (known !== undefined) return known;
    const decided = decideUnit(name.slice(0, 100), units);
    if (!decided.ok) return null;
    const before = proposed.get(decided.unit.id);
    if (before === undefined) proposed.set(decided.unit.id, decided.unit);
    return decided.unit.id;
  };
  return {
    proposed,
    nameOf: (what: Named, id, language) =>
      what === 'unit' ? (byId.get(id) ?? null) : of[what].nameOf(what, id, language),
    idOf: (what, name) => (what === 'unit' ? unitOf(name) : of[what].idOf(name)),
  };
}
