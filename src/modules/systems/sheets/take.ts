import { z } from 'zod';
import type { Clock } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/db/index.ts';
import { getOrganisation, getPerson, type Context } from '../../../platform/http/index.ts';
import { defineTask, enqueue, handle, type Task } from '../../../platform/jobs/index.ts';
import { saveUnit } from '../../organisations/index.ts';
import { decideUndo } from '../landscape/undo.ts';
import { changeUsages, type Act } from '../usages/actions.ts';
import { listBatch } from '../usages/history.ts';
import { addProducts } from '../catalogue/add-products.ts';
import { lockUsages, type Batch } from '../usages/store.ts';
import type { Looked } from './look.ts';
import { meantKey } from './meant.ts';
import type { Meant, PlannedRow } from './planned.ts';
import { lockSheet, nextStep, saveState, saveSteps, stepDone, type Summary } from './store.ts';

/** So many rows are taken in while whoever asked waits; more in steps beside. */
const mostAtOnce = 2000;
const perStep = 500;

const takeInSheet = defineTask(
  'systems.take-in-sheet',
  z.object({ organisation: z.string(), sheet: z.string(), actor: z.string() }),
);

type Writing = Extract<PlannedRow, { kind: 'new' | 'changed' }>;

const isWriting = (row: PlannedRow): row is Writing => row.kind === 'new' || row.kind === 'changed';

const meantIn = (row: Writing): Meant | null => (row.kind === 'new' ? row.meant : row.product);

/** Puts products that the catalogue lacks into it, once each; gives the id of everything that rows mean. */
async function productsFor(context: Context, rows: readonly Writing[]): Promise<(meant: Meant) => string> {
  const fresh = new Map<string, Extract<Meant, { kind: 'new' }>>();
  for (const row of rows) {
    const meant = meantIn(row);
    if (meant?.kind === 'new') fresh.set(meantKey(meant), meant);
  }
  const { tx, now: at, newId } = context;
  const who = { actor: getPerson(context).person, organisation: getOrganisation(context) };
  const added = await addProducts(
    { tx, at, newId, ...who, curator: false, supplies: false },
    [...fresh.values()].map(({ name, supplier }) => ({
      name: name.slice(0, 200),
      supplier: supplier?.slice(0, 200) ?? '',
      what: '',
      components: [],
      // What a row is sure to mean when the sheet is read is never new: what is sure now has come since.
      apart: [],
    })),
  );
  const made = new Map([...fresh.keys()].map((key, place) => [key, added[place]?.id]));
  return (meant) => {
    const id = meant.kind === 'product' ? meant.id : made.get(meantKey(meant));
    if (id === undefined) throw new Error('a product that rows mean was not made');
    return id;
  };
}

/** Units that rows name for the first time. */
async function saveNewUnits(context: Context, { names }: Looked, rows: readonly Writing[]): Promise<void> {
  const used = new Set(
    rows.flatMap((row) => (row.kind === 'new' ? row.facts.units : row.changes.units) ?? []),
  );
  for (const [id, unit] of names.proposed) {
    if (used.has(id)) await saveUnit(context.tx, getOrganisation(context), unit);
  }
}

function actOf(context: Context, row: Writing, idOf: (meant: Meant) => string): Act {
  if (row.kind === 'changed') {
    const { usage: id, revision, changes, product, secret } = row;
    return {
      kind: 'change',
      id,
      revision,
      changes,
      ...(product === null ? {} : { product: idOf(product) }),
      ...(secret === null ? {} : { secret }),
    };
  }
  return {
    kind: 'make',
    id: context.newId(),
    product: idOf(row.meant),
    // A list of systems is of those in use, where it says nothing else.
    facts: { status: 'in-use', ...row.facts },
    secret: row.secret,
    members: [],
    example: false,
  };
}

const count = (rows: readonly PlannedRow[], ...kinds: readonly PlannedRow['kind'][]): number =>
  rows.filter(({ kind }) => kinds.includes(kind)).length;

export const summaryOf = (rows: readonly PlannedRow[]): Summary => ({
  made: count(rows, 'new'),
  changed: count(rows, 'changed'),
  same: count(rows, 'same'),
  left: count(rows, 'faulty', 'skipped', 'stale', 'doubtful'),
});

/**
 * Takes in what was looked at (`lookAt` with `hold`): everything in one batch, or nothing. Many rows are taken in steps
 * by a job of the queue, in the same batch.
 */
export async function takeIn(context: Context, looked: Looked): Promise<void> {
  const { tx } = context;
  const organisation = getOrganisation(context);
  const rows = looked.plan.rows.filter(isWriting);
  const idOf = await productsFor(context, rows);
  await saveNewUnits(context, looked, rows);
  const acts = rows.map((row) => actOf(context, row, idOf));
  const batch: Batch = { id: context.newId(), at: context.now, actor: getPerson(context).person };
  const saved = {
    id: looked.sheet.id,
    batch: batch.id,
    at: context.now,
    summary: summaryOf(looked.plan.rows),
  };
  if (acts.length > mostAtOnce) {
    const steps = Array.from({ length: Math.ceil(acts.length / perStep) }, (_, at) =>
      acts.slice(at * perStep, (at + 1) * perStep),
    );
    await saveSteps(tx, organisation, { id: looked.sheet.id, steps });
    await saveState(tx, organisation, { ...saved, state: 'taking' });
    await enqueue(
      tx,
      takeInSheet,
      { organisation, sheet: looked.sheet.id, actor: batch.actor },
      { key: looked.sheet.id },
    );
    return;
  }
  const done = await changeUsages({ tx, organisation, batch }, acts);
  if (!done.ok) throw new Error(`systems that are held were refused: ${done.failures[0]?.kind}`);
  await saveState(tx, organisation, { ...saved, state: 'taken' });
}

type Means = { readonly db: Db; readonly clock: Clock };

/** Does the steps of large sheets, each in a transaction of its own: after a stop it goes on where it was. */
export function sheetsTakenIn({ db, clock }: Means): Task {
  return handle(takeInSheet, async ({ organisation, sheet, actor }) => {
    const scope = { organisation, person: null };
    for (;;) {
      const more = await db.transaction(scope, (tx) =>
        step(tx, { organisation, sheet, actor, now: clock() }),
      );
      if (!more) return;
    }
  });
}

type Stepping = {
  readonly organisation: string;
  readonly sheet: string;
  /** Who takes it in. */
  readonly actor: string;
  readonly now: Date;
};

/** One step; whether more are left. Where somebody has changed a system meanwhile, all is undone. */
async function step(tx: Tx, { organisation, sheet: id, actor, now }: Stepping): Promise<boolean> {
  const sheet = await lockSheet(tx, organisation, id);
  if (sheet?.state !== 'taking' || sheet.batch === null || sheet.takenAt === null || sheet.summary === null)
    return false;
  const batch: Batch = { id: sheet.batch, at: sheet.takenAt, actor };
  const saved = { id, batch: batch.id, at: sheet.takenAt, summary: sheet.summary };
  const next = await nextStep(tx, organisation, id);
  if (next === null) {
    await saveState(tx, organisation, { ...saved, state: 'taken' });
    return false;
  }
  const done = await changeUsages({ tx, organisation, batch }, next.acts);
  if (!done.ok) {
    await giveUp(tx, organisation, batch);
    await saveState(tx, organisation, { ...saved, state: 'given-up' });
    return false;
  }
  await stepDone(tx, organisation, { id, n: next.n, at: now });
  return true;
}

/** The systems become as they were. Products and units that came into being stay: others may use them by now. */
async function giveUp(tx: Tx, organisation: string, batch: Batch): Promise<void> {
  const lines = await listBatch(tx, organisation, batch.id);
  const states = await lockUsages(tx, organisation, [...new Set(lines.map(({ usage }) => usage))]);
  const undone = await changeUsages({ tx, organisation, batch }, decideUndo(states, lines, new Set()).acts);
  if (!undone.ok) throw new Error('steps that are held could not be undone');
}
