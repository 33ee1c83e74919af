import { sql } from 'kysely';
import { addMonths } from '../../../kernel/dates/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { standards, type Standard } from '../catalogue/standards.ts';
import { monthOf } from './counts.ts';

/** Fewer questions than this in a month say nothing. */
const fewest = 5;

/** Somebody in the public sector has asked the catalogue for what keeps to a standard. */
export async function noteAsked(tx: Tx, standard: string, at: Date): Promise<void> {
  await sql`
    insert into systems.asked_standards as a (month, standard, n) values (${monthOf(at)}, ${standard}, 1)
    on conflict (month, standard) do update set n = a.n + 1`.execute(tx);
}

/** Standards that were asked for last month, the most first: what is asked now shows next month. */
export async function listAsked(tx: Tx, at: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ standard: string }>`
    select standard from systems.asked_standards
    where month = ${addMonths(monthOf(at), -1)} and n >= ${fewest} order by n desc, standard`.execute(tx);
  return rows.map(({ standard }) => standard);
}

/** Asked for and about what the product does; about that; or about something else. */
export type AskedStandard = { readonly standard: Standard; readonly circle: 'asked' | 'near' | 'other' };

/**
 * The standards that a product in the areas named can be asked about: those of its areas that were asked for first, then
 * the others of its areas, then all others in Swedish order.
 */
export function standardsFor(areas: ReadonlySet<string>, asked: readonly string[]): readonly AskedStandard[] {
  const isNear = ({ areas: own }: Standard): boolean => own.some((area) => areas.has(area));
  const placeOf = (standard: Standard): number => {
    const place = asked.indexOf(standard.id);
    if (!isNear(standard)) return asked.length + 1;
    return place >= 0 ? place : asked.length;
  };
  return standards()
    .toSorted((a, b) => a.name.localeCompare(b.name, 'sv'))
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((standard) => {
      const place = placeOf(standard);
      const circle = place < asked.length ? 'asked' : place === asked.length ? 'near' : 'other';
      return { standard, circle };
    });
}
