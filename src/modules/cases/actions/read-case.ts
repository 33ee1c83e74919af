import { type Context, getOrganisation, getPerson } from '../../../platform/http/index.ts';
import { logRead } from '../../identity/index.ts';
import type { Case } from '../model/case.ts';
import { findCase } from '../store/cases.ts';

export type ReadAct = 'read-case' | 'read-decision' | 'read-history' | 'open-file' | 'open-receipt';

/**
 * The only way for staff to read a case. Who read, whose case and why is written first, in the same
 * transaction: no log, no read. Null when there is no such case in the organisation.
 */
export async function readCase(context: Context, id: string, act: ReadAct): Promise<Case | null> {
  if (!isId(id)) return null;
  const organisation = getOrganisation(context);
  const { person: who } = getPerson(context);
  const found = await findCase(context.tx, { organisation, id });
  if (found === null) return null;
  const why = found.life.handler?.person === who ? 'own-case' : 'case-worker';
  await logRead(context.tx, {
    id: context.newId(),
    organisation,
    who,
    whose: found.person,
    caseId: found.id,
    unit: null,
    act,
    why,
    at: context.now,
  });
  return found;
}

/** Ids in addresses are read as text; anything but a UUID is no case. */
export const isId = (text: string): boolean =>
  /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text);
