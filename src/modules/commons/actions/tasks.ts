import {
  lentTranslations,
  staleTranslations,
  staleWordings,
  type Definition,
  type StaleText,
} from '../../../kernel/index.ts';
import type { Acting } from '../acting.ts';
import { getKind } from '../model/kind.ts';
import { locate, valueAt } from '../model/tree-edit.ts';
import { getDefinitions } from '../store/definitions.ts';
import { listTasks, replaceTasks, type StoredTask } from '../store/tasks.ts';
import type { Advanced } from '../model/advanced.ts';

/**
 * Writes down the texts that new versions have left behind: translations of a source that changed, own
 * wordings of a text that upstream reworded. A task is done when its text is no longer as it was.
 */
export async function saveTasks(a: Acting, all: readonly Advanced[]): Promise<void> {
  const later = all.filter(({ before }) => before.head.number > 0);
  if (later.length === 0) return;
  const works = later.map(({ variant }) => variant.work);
  const hashes = later.flatMap(({ before, variant }) => [
    before.head.definitionHash,
    ...[before.base, variant.base].flatMap((base) => (base === null ? [] : [base.definitionHash])),
  ]);
  const definitions = await getDefinitions(a.tx, a.organisation, hashes);
  const known = Map.groupBy(await listTasks(a.tx, a.organisation, works), (task) => task.work);
  const tasks = later.flatMap((one) => {
    const kept = (known.get(one.variant.work) ?? []).filter((task) => isStill(one.definition, task));
    const fresh = staleIn(one, definitions).map((stale) =>
      toTask(stale, { work: one.variant.work, at: a.now }),
    );
    return [...new Map([...kept, ...fresh].map((task) => [keyOf(task), task])).values()];
  });
  if (tasks.length > 0 || known.size > 0) await replaceTasks(a.tx, a.organisation, { works, tasks });
}

function staleIn(
  { before, variant, definition }: Advanced,
  definitions: ReadonlyMap<string, Definition>,
): readonly StaleText[] {
  const { rules } = getKind(variant.kind);
  const { definitionHash } = variant.head;
  if (definitionHash === before.head.definitionHash) return [];
  const previous = definitions.get(before.head.definitionHash);
  const translations = previous === undefined ? [] : staleTranslations(previous, definition, rules);
  const upstreamBefore = definitions.get(before.base?.definitionHash ?? '');
  const upstreamAfter = definitions.get(variant.base?.definitionHash ?? '');
  // What is as upstream has it has no wording of its own.
  if (definitionHash === variant.base?.definitionHash) return translations;
  if (upstreamBefore === undefined || upstreamAfter === undefined || upstreamBefore === upstreamAfter) {
    return translations;
  }
  const wordings = staleWordings({ upstreamBefore, upstreamAfter, variant: definition, rules });
  // A wording that was chosen in this very step has been looked at.
  const left = wordings.filter((stale) => previous === undefined || isStill(previous, stale));
  const lent =
    previous === undefined
      ? []
      : lentTranslations({ before: previous, upstream: upstreamAfter, variant: definition, rules });
  return [...translations, ...lent, ...left];
}

function toTask(stale: StaleText, { work, at }: { readonly work: string; readonly at: Date }): StoredTask {
  const { kind, path, language, text, sourceBefore, sourceAfter } = stale;
  return { work, kind, path, language, text: text ?? null, sourceBefore, sourceAfter, at };
}

const keyOf = ({ work, kind, path, language }: StoredTask): string =>
  JSON.stringify([work, kind, path, language]);

type Told = { readonly path: string; readonly language: string; readonly text?: string | null };

function isStill(definition: Definition, task: Told): boolean {
  const texts = locate(definition, task.path);
  if (texts === null || valueAt(definition, texts) === undefined) return false;
  return (valueAt(definition, [...texts, task.language]) ?? null) === (task.text ?? null);
}
