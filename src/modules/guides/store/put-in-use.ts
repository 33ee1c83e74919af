import { on, type Subscription } from '../../../platform/events/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { isoDay } from '../../../platform/text/index.ts';
import { inUse } from '../../commons/index.ts';
import { findShownGuide, kindId, type ShownGuide } from '../reading/shown.ts';
import { standingOf } from '../reading/outline.ts';
import { replaceEntries } from '../search/door.ts';
import { entriesOf } from '../search/entries.ts';
import { monthsOn } from '../care/review.ts';
import { tasksOf } from '../support/tasks-of.ts';
import { beginCare } from './care.ts';
import { deleteShelfRow, saveShelfRow, type ShelfRow } from './shelf.ts';
import { replaceTasks } from './tasks.ts';

const shelfRow = (shown: ShownGuide, since: Date): ShelfRow => {
  const { guide, outline } = shown;
  return {
    work: shown.work,
    versionId: shown.versionId,
    settingsNumber: shown.settingsNumber,
    readers: guide.readers,
    subject: guide.subject,
    title: guide.title,
    sortTitle: guide.title['sv'] ?? Object.values(guide.title)[0] ?? shown.work,
    summary: guide.summary,
    outline: outline.map(({ id, title, steps }) => ({
      id,
      title,
      steps: steps.map((step) => ({ ...standingOf(step), title: step.title })),
    })),
    since,
  };
};

/** Puts what now runs of a guide on the organisation's shelf and in its search. Harmless to repeat, in any order. */
async function refreshShelf(
  tx: Tx,
  { organisation, work, at }: { readonly organisation: string; readonly work: string; readonly at: Date },
): Promise<void> {
  const shown = await findShownGuide({ tx, organisation }, work);
  if (shown === null) {
    await deleteShelfRow(tx, organisation, work);
    await replaceEntries(tx, { organisation, work, readers: 'staff' }, []);
    await replaceTasks(tx, { organisation, work, readers: 'staff' }, []);
    return;
  }
  await saveShelfRow(tx, organisation, shelfRow(shown, at));
  const { readers } = shown.guide;
  await replaceEntries(tx, { organisation, work, readers }, entriesOf(shown));
  await replaceTasks(tx, { organisation, work, readers }, tasksOf(shown.guide));
  const reviewOn = monthsOn(isoDay(shown.at), shown.guide.reviewMonths);
  await beginCare(tx, { organisation, work, reviewOn });
}

/** Keeps lists and search in step with what organisations have in use. */
export const shelfSubscription = (): Subscription =>
  on(inUse, async ({ organisation, work, kind }, { at }, db) => {
    if (kind !== kindId) return;
    await db.transaction({ organisation, person: null }, (tx) =>
      refreshShelf(tx, { organisation, work, at }),
    );
  });
