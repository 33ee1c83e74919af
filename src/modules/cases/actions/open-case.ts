import { emit } from '../../../platform/events/index.ts';
import { casesOpened } from '../events.ts';
import { sendLetter } from '../letters/letter.ts';
import { findCase } from '../store/cases.ts';
import { caseSubject, saveHistory } from '../store/history.ts';
import { type Opened, saveNewCase } from '../store/open.ts';
import type { NewCase } from '../model/new-case.ts';
import { saveFiles } from '../store/parts.ts';
import type { Acting } from './acting.ts';

/**
 * Opens a case in the transaction of whoever submits. Idempotent on `id`: a repeat, also one at the
 * same time, gives the case and the number of the first. Needs the organisation as the tenant.
 */
export async function openCase(acting: Acting, opening: NewCase): Promise<Opened> {
  const { tx, now } = acting;
  const { isNew, ...opened } = await saveNewCase(tx, opening, now);
  if (!isNew) return opened;
  await saveFiles(
    tx,
    opening,
    opening.attachments.map(({ fieldLabel, ...attachment }) => ({
      ...attachment,
      at: now,
      sender: 'applicant',
      label: fieldLabel,
      message: null,
      completion: null,
    })),
  );
  await saveHistory(tx, opening, {
    kind: 'opened',
    at: now,
    actor: 'applicant',
    actorId: opening.person,
    name: opening.contact.name,
    proof: { number: opened.number, work: opening.work, version: opening.versionId },
  });
  const { organisation, id, work } = opening;
  const occurrence = { id: acting.newId(), at: now, organisation, subject: caseSubject(id) };
  await emit(tx, casesOpened, { organisation, case: id, work }, occurrence);
  const begun = await findCase(tx, opening);
  if (begun !== null) await sendLetter(acting, begun, { kind: 'opened' });
  return opened;
}
