import { diff, type Change, type Definition } from '../../../kernel/index.ts';
import type { Acting } from '../acting.ts';
import { isFollowing } from '../library/door.ts';
import { cherryPick } from '../model/cherry-pick.ts';
import { changeKey } from '../model/described.ts';
import { done, refused, type Outcome } from '../model/failure.ts';
import { getKind } from '../model/kind.ts';
import type { Version } from '../model/work.ts';
import { deleteDeclines, listDeclines } from '../store/declines.ts';
import { getDefinition } from '../store/definitions.ts';
import { record } from '../store/history.ts';
import { lockVariant } from '../store/variants.ts';
import { findVersion, listVersions } from '../store/versions.ts';
import { findForbidden } from './forbidden.ts';
import { advance, rebaseDraft, saveAdvanced } from './advance.ts';
import { hideShared } from './hide-shared.ts';

type Reverting = { readonly work: string; readonly number: number; readonly reason: string };

/**
 * Goes back to an old definition by a new version of it; what was between stays in the history. Fails with
 * `not-allowed` where the version was made freely and the present upstream forbids what is in it.
 */
export async function revertTo(a: Acting, { work, number, reason }: Reverting): Promise<Outcome<Version>> {
  const variant = await lockVariant(a.tx, a.organisation, work);
  const version = await findVersion(a.tx, a.organisation, { work, number });
  if (variant === null || version === null) return refused({ kind: 'not-found' });
  if (version.definitionHash === variant.head.definitionHash) return refused({ kind: 'nothing-changed' });
  const violations = await findForbidden(a, variant, version);
  if (violations.length > 0) return refused({ kind: 'not-allowed', violations });
  const definition = await getDefinition(a.tx, a.organisation, version.definitionHash);
  const advanced = advance(a, variant, { step: 'reverted', definition, message: reason });
  await saveAdvanced(a, [advanced]);
  await hideShared(a, advanced.variant);
  await rebaseDraft(a, advanced);
  await record(a, { work, kind: 'reverted', reason, number: advanced.version.number, data: { to: number } });
  return done(advanced.version);
}

/**
 * Undoes the update that made the head: the definition before it comes back as a new version and so does the
 * base, so that the update is offered again. Fails when something was built on it, or somebody else is
 * followed since.
 */
export async function undoUpdate(
  a: Acting,
  { work, reason }: { readonly work: string; readonly reason: string },
): Promise<Outcome<Version>> {
  const variant = await lockVariant(a.tx, a.organisation, work);
  if (variant === null) return refused({ kind: 'not-found' });
  const versions = await listVersions(a.tx, a.organisation, work);
  const [head, previous] = versions;
  if (head === undefined || previous === undefined) return refused({ kind: 'no-update-to-undo' });
  if (head.step !== 'updated') {
    const isTaken = ({ step, base }: Version): boolean =>
      step === 'updated' && base?.versionId === head.base?.versionId;
    return refused({ kind: versions.some(isTaken) ? 'has-later-versions' : 'no-update-to-undo' });
  }
  const { base } = variant;
  if (base?.organisation !== head.base?.organisation || base?.versionId !== head.base?.versionId)
    return refused({ kind: 'has-later-versions' });
  if (previous.base !== null && previous.base.organisation !== base?.organisation) {
    const { organisation } = previous.base;
    if (await isFollowing(a.tx, { work, organisation, whom: a.organisation }))
      return refused({ kind: 'circle' });
  }
  const definition = await getDefinition(a.tx, a.organisation, previous.definitionHash);
  const advanced = advance(a, variant, {
    step: 'reverted',
    definition,
    message: reason,
    base: previous.base,
  });
  if (head.base !== null) await deleteDeclines(a.tx, a.organisation, { work, number: head.base.number });
  await saveAdvanced(a, [advanced]);
  await rebaseDraft(a, advanced);
  const data = { undone: head.number };
  await record(a, { work, kind: 'update-undone', reason, number: advanced.version.number, data });
  return done(advanced.version);
}

/**
 * Takes a change that was declined in an earlier update after all. Fails with `not-alone` when it no longer
 * fits what has been done since.
 */
export async function takeDeclined(
  a: Acting,
  { work, path, reason }: { readonly work: string; readonly path: string; readonly reason: string },
): Promise<Outcome<Version>> {
  const variant = await lockVariant(a.tx, a.organisation, work);
  if (variant === null) return refused({ kind: 'not-found' });
  const declined = (await listDeclines(a.tx, a.organisation, [work])).find((one) => one.path === path);
  if (declined === undefined || variant.base === null) return refused({ kind: 'no-such-change', id: path });
  const upstream = await getDefinition(a.tx, a.organisation, variant.base.definitionHash);
  const head = await getDefinition(a.tx, a.organisation, variant.head.definitionHash);
  const { rules } = getKind(variant.kind);
  const changes = diff(head, upstream, rules);
  const chosen = new Set(changes.filter((change) => isOf(change, declined.record)).map(changeKey));
  const picked = cherryPick({ base: head, to: upstream, changes, chosen, rules });
  if (!picked.ok) return refused({ kind: 'not-alone', path: picked.path });
  const definition: Definition = picked.definition;
  const advanced = advance(a, variant, { step: 'changed', definition, message: reason });
  if (advanced.version.definitionHash === variant.head.definitionHash)
    return refused({ kind: 'nothing-changed' });
  await deleteDeclines(a.tx, a.organisation, { work, path });
  await saveAdvanced(a, [advanced]);
  await rebaseDraft(a, advanced);
  await record(a, { work, kind: 'taken-after-all', reason, number: advanced.version.number, data: { path } });
  return done(advanced.version);
}

function isOf(
  change: Change,
  { element, property }: { readonly element: string; readonly property: string },
): boolean {
  if (change.element !== element) return false;
  return change.change === 'changed' ? change.property === property : property === '';
}
