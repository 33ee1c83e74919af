import type { Definition, Localised } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { resolveValues } from '../model/checklist.ts';
import { getKind } from '../model/kind.ts';
import type { Values } from '../model/settings.ts';
import { getDefinition, getDefinitions } from '../store/definitions.ts';
import { findPinnedRow, type Pin } from '../store/running.ts';
import { listRunningRows } from '../store/variants.ts';

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
