import type { Definition, Localised } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { resolveValues } from '../model/checklist.ts';
import { getKind } from '../model/kind.ts';
import type { Values } from '../model/settings.ts';
import { getDefinition, getDefinitions } from '../store/definitions.ts';
import { findPinnedRow, type Pin } from '../store/running.ts';
import { listRunningRows } from '../store/variants.ts';
import { findLastChange, findVersion } from '../store/versions.ts';

/** What another module needs of the transaction's organisation. */
export type At = { readonly tx: Tx; readonly organisation: string };

/** A version of a work with its values, as an organisation runs it or once ran it. */
export type RunningWork = {
  readonly work: string;
  readonly kind: string;
  readonly title: Localised;
  readonly versionId: string;
  readonly number: number;
  readonly settingsNumber: number;
  readonly definition: Definition;
  /** Values in force by parameter. */
  readonly values: Values;
};

/** What runs of a work, or null. The definition is the same object each time, so that what is computed of it can be kept. */
export const findRunning = (at: At, work: string): Promise<RunningWork | null> => findPinned(at, work, null);

/** The version and settings that a draft or a case began with (null: what runs now), in one query and its definition. */
export async function findPinned(at: At, work: string, pin: Pin | null): Promise<RunningWork | null> {
  const row = await findPinnedRow(at.tx, at.organisation, { work, pin });
  if (row === null) return null;
  const definition = await getDefinition(at.tx, at.organisation, row.definitionHash);
  return {
    work,
    kind: definition.kind,
    title: definition.title,
    versionId: row.versionId,
    number: row.number,
    settingsNumber: row.settingsNumber,
    definition,
    values: resolveValues(definition, row.values, row.base),
  };
}

/** Where a version comes from, for those who read it. */
export type Provenance = {
  readonly at: Date;
  /** When the organisation itself last changed something; null where it never did. */
  readonly changedAt: Date | null;
  /** The upstream version that it had last taken; null where it follows nobody. */
  readonly taken: {
    readonly organisation: string;
    readonly number: number;
    readonly definition: Definition;
  } | null;
};

/** Where a version of a work comes from, or null when the organisation has no such version. */
export async function findProvenance(
  at: At,
  of: { readonly work: string; readonly versionId: string },
): Promise<Provenance | null> {
  const version = await findVersion(at.tx, at.organisation, of);
  if (version === null) return null;
  const { base } = version;
  return {
    at: version.at,
    changedAt: await findLastChange(at.tx, at.organisation, { work: of.work, upTo: version.number }),
    taken:
      base === null
        ? null
        : {
            organisation: base.organisation,
            number: base.number,
            definition: await getDefinition(at.tx, at.organisation, base.definitionHash),
          },
  };
}

export type RunningSummary = Omit<RunningWork, 'values'> & {
  readonly summary: Localised | null;
  readonly subject: string | null;
  readonly since: Date;
};

/** Everything of a kind that the organisation runs, by work. */
export async function listRunning(at: At, kind: string): Promise<readonly RunningSummary[]> {
  const rows = await listRunningRows(at.tx, at.organisation, kind);
  const definitions = await getDefinitions(
    at.tx,
    at.organisation,
    rows.map((row) => row.definitionHash),
  );
  return rows.flatMap(({ definitionHash, ...row }) => {
    const definition = definitions.get(definitionHash);
    if (definition === undefined) return [];
    const { summaryOf, subjectOf } = getKind(row.kind);
    return [
      {
        ...row,
        definition,
        title: definition.title,
        summary: summaryOf(definition),
        subject: subjectOf(definition),
      },
    ];
  });
}
