import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { Acting } from '../acting.ts';
import { FigureValues, type SharedFigures } from '../model/figures.ts';

type Shown = SharedFigures & { readonly work: string; readonly to: string; readonly at: Date };

/** Shows the upstream the figures that the adopter has agreed to show, in place of those before. */
export async function saveFigures(tx: Tx, organisation: string, shown: readonly Shown[]): Promise<void> {
  if (shown.length === 0) return;
  const rows = shown.map(({ work, to, use, results, at }) => ({
    work_id: work,
    to_organisation_id: to,
    use,
    results,
    at: at.toISOString(),
  }));
  await sql`
    insert into commons.shared_figures (organisation_id, work_id, to_organisation_id, use, results, at)
    select ${organisation}, n.work_id, n.to_organisation_id, nullif(n.use, 'null'::jsonb),
      nullif(n.results, 'null'::jsonb), n.at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (work_id text, to_organisation_id text, use jsonb,
      results jsonb, at timestamptz)
    on conflict (organisation_id, work_id) do update set to_organisation_id = excluded.to_organisation_id,
      use = excluded.use, results = excluded.results, at = excluded.at`.execute(tx);
}

export async function deleteFigures(tx: Tx, organisation: string, works: readonly string[]): Promise<void> {
  await sql`delete from commons.shared_figures
    where organisation_id = ${organisation} and work_id = any(${works})`.execute(tx);
}

export type FiguresShown = {
  readonly organisation: string;
  readonly shown: SharedFigures & { readonly at: Date };
};

/** What adopters of our variant have agreed to show us in figures. */
export async function listFiguresShownUs(a: Acting, work: string): Promise<readonly FiguresShown[]> {
  const { rows } = await sql<{ organisation: string; use: unknown; results: unknown; at: Date }>`
    select organisation_id as organisation, use, results, at from commons.shared_figures
    where to_organisation_id = ${a.organisation} and work_id = ${work}
    order by organisation_id`.execute(a.tx);
  return rows.map(({ organisation, use, results, at }) => ({
    organisation,
    shown: {
      use: FigureValues.nullable().parse(use),
      results: FigureValues.nullable().parse(results),
      at,
    },
  }));
}
