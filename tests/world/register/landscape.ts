import { readShipped } from '../../../src/modules/systems/catalogue/shipped.ts';
import type { Product } from '../../../src/modules/systems/catalogue/record.ts';
import { allComponents } from '../../../src/modules/systems/taxonomy/editions.ts';
import { pick, whole, type Random } from '../../proofs/random.ts';

const { products, suppliers } = readShipped(true);
const byComponent = new Map<string, Product[]>();
for (const product of products)
  for (const component of product.components)
    byComponent.set(component, [...(byComponent.get(component) ?? []), product]);

const supplierNames = new Map(suppliers.map(({ id, name }) => [id, name]));
export const supplierOf = ({ supplier }: Product): string => supplierNames.get(supplier ?? '') ?? '';

export function productOf(id: string): Product {
  const found = products.find((product) => product.id === id);
  if (found === undefined) throw new Error(`${id} is not in content/register/products.json`);
  return found;
}

export function areaOf(component: string): string {
  const found = allComponents().get(component);
  if (found === undefined) throw new Error(`${component} is not in the taxonomy`);
  return found.area;
}

/** What every municipality has something for. */
const staples = [
  'verksamhetssystem-socialtjanst', 'elevregister', 'larplattform', 'diariesystem', 'ekonomisystem', 'lonesystem',
  'skolskjutsplanering', 'e-tjanstplattform', 'webbpublicering', 'bygglovshantering', 'miljotillsyn',
  'bibliotekssystem', 'gis-plattform', 'identitetshantering', 'kommunikation-telefoni', 'it-arendehantering',
  'e-arkiv', 'upphandlingssystem',
]; // prettier-ignore

/** What regions, the state or companies have, and municipalities do not. */
const notOurs = new Set([
  'vardinformationssystem', 'kollektivtrafikplanering', 'sammanhallen-journal', 'lakemedelsordination',
  'kvalitetsregister', 'museisamlingar', 'hydraulisk-modell', 'jamforelsetal', 'databasmotor', 'befolkningsuppgifter',
]); // prettier-ignore

const others = [...byComponent.keys()]
  .filter((id) => !staples.includes(id) && !notOurs.has(id))
  .toSorted((a, b) => (a < b ? -1 : 1));

function shuffled<T>(random: Random, from: readonly T[]): readonly T[] {
  return from
    .map((one) => ({ one, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

/** Something invented is chosen about as often as something real; among the real the first few are the usual. */
function chooseFor(random: Random, component: string): Product {
  const all = byComponent.get(component) ?? [];
  const invented = all.filter(({ example }) => example === true);
  const real = all.filter(({ example }) => example !== true);
  if (invented.length > 0 && (real.length === 0 || random() < 0.45)) return pick(random, invented);
  return pick(random, real.slice(0, 1 + whole(random, real.length)));
}

export type Chosen = { readonly product: Product; readonly component: string };

/** What an organisation uses, `count` products in all; `has` stands first, `without` is done by others for it. */
export function inventLandscape(
  random: Random,
  {
    count,
    has,
    without,
  }: {
    readonly count: number;
    readonly has: readonly Chosen[];
    readonly without: readonly string[];
  },
): readonly Chosen[] {
  const chosen = [...has];
  const done = new Set([...without, ...has.flatMap(({ product }) => product.components)]);
  for (const component of [...shuffled(random, staples), ...shuffled(random, others)]) {
    if (chosen.length >= count) break;
    if (done.has(component)) continue;
    const product = chooseFor(random, component);
    if (chosen.some((one) => one.product.id === product.id)) continue;
    chosen.push({ product, component });
    for (const covered of product.components) done.add(covered);
  }
  return chosen;
}

type Going = readonly [
  from: string,
  to: string,
  what: string,
  frequency: 'live' | 'hourly' | 'daily' | 'weekly' | 'by-hand',
];

/** What goes between systems, wherever both are there. */
export const usualFlows: readonly Going[] = [
  ['elevregister', 'larplattform', 'Elever, grupper och lärare', 'daily'],
  ['elevregister', 'skolskjutsplanering', 'Elever med adress och skola', 'weekly'],
  ['elevregister', 'kostdatasystem', 'Antal barn och elever', 'daily'],
  ['lonesystem', 'ekonomisystem', 'Löner som ska bokföras', 'weekly'],
  ['lonesystem', 'identitetshantering', 'Anställda och deras chefer', 'daily'],
  ['tidrapportering', 'lonesystem', 'Arbetad tid', 'daily'],
  ['schemalaggning-personal', 'lonesystem', 'Scheman och frånvaro', 'daily'],
  ['ekonomisystem', 'beslutsstod', 'Utfall och budget', 'daily'],
  ['verksamhetssystem-socialtjanst', 'ekonomisystem', 'Avgifter att fakturera', 'by-hand'],
  ['e-tjanstplattform', 'diariesystem', 'Inkomna ärenden', 'live'],
  ['e-tjanstplattform', 'bygglovshantering', 'Ansökningar med bilagor', 'live'],
  ['diariesystem', 'e-arkiv', 'Avslutade ärenden', 'by-hand'],
  ['identitetshantering', 'larplattform', 'Konton', 'hourly'],
  ['bygglovshantering', 'gis-plattform', 'Fastigheter och lägen', 'daily'],
];
