import type { Acting } from '../acting.ts';
import { listEndedRows, type EndedRow } from '../library/door.ts';
import type { Base } from '../model/shapes.ts';
import { inGoodStanding, type Standing } from '../model/standing.ts';
import type { Variant } from '../model/work.ts';
import { readerFor } from '../reader.ts';
import { listRunningBases } from '../store/versions.ts';

/** Whether what variants rest on is recalled, or their upstream withdrawn; by work, those alone of which it is so. */
export async function findStandings(
  a: Acting,
  variants: readonly Variant[],
): Promise<ReadonlyMap<string, Standing>> {
  const works = variants.map(({ work }) => work);
  const running = await listRunningBases(a.tx, a.organisation, works);
  const bases = variants.flatMap(({ work, base }) =>
    [base, running.get(work) ?? null].flatMap((one) => (one === null ? [] : [{ work, ...one }])),
  );
  if (bases.length === 0) return new Map();
  const rows = Map.groupBy(await listEndedRows(a.tx, await readerFor(a), bases), ({ work_id: work }) => work);
  return new Map(
    variants.flatMap((variant) => {
      const ended = rows.get(variant.work);
      return ended === undefined
        ? []
        : [[variant.work, toStanding(ended, variant, running.get(variant.work) ?? null)] as const];
    }),
  );
}

export const findStanding = async (a: Acting, variant: Variant): Promise<Standing> =>
  (await findStandings(a, [variant])).get(variant.work) ?? inGoodStanding;

function toStanding(rows: readonly EndedRow[], { base }: Variant, running: Base | null): Standing {
  return {
    recalled: recalledOf(rows, running, true) ?? recalledOf(rows, base, false),
    withdrawn: withdrawnOf(rows, base),
  };
}

function recalledOf(rows: readonly EndedRow[], base: Base | null, running: boolean): Standing['recalled'] {
  const row = rows.find((one) => one.organisation_id === base?.organisation && one.number === base.number);
  if (row === undefined || row.recalled_at === null) return null;
  const { organisation_id: organisation, number, recalled_at: at, recall_reason: reason } = row;
  return { organisation, number, at, reason: reason ?? '', running };
}

function withdrawnOf(rows: readonly EndedRow[], base: Base | null): Standing['withdrawn'] {
  const row = rows.find((one) => one.organisation_id === base?.organisation);
  if (row === undefined || row.withdrawn_at === null) return null;
  const { organisation_id: organisation, withdrawn_at: at, withdraw_reason: reason } = row;
  return { organisation, at, reason: reason ?? '' };
}
