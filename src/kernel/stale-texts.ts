import { isLocalised, type Definition } from './definition.ts';
import { isObject, property, type JsonObject } from './json.ts';
import { appendPath, escapePart, type Path } from './path.ts';
import { readTree } from './read-tree.ts';
import { defaultRules, type KindRules } from './rules.ts';
import { getNode, getProperty, pathOf, type Tree } from './tree.ts';

/** A text to look at again, since the text that it was made from has changed. */
export type StaleText = {
  /** A translation that still says what the source said; or a wording of one's own of a text that upstream changed. */
  readonly kind: 'translation' | 'wording';
  readonly element: string;
  /** The localised text, as a path inside the element. */
  readonly property: Path;
  readonly path: Path;
  readonly language: string;
  /** The text to look at; absent when there is none yet. */
  readonly text?: string;
  readonly sourceBefore: string;
  readonly sourceAfter: string;
};

type Texts = { readonly element: string; readonly property: Path; readonly texts: JsonObject };

/** Translations that a change of their source leaves behind. The source is the first of the definition's languages. */
export function staleTranslations(
  before: Definition,
  after: Definition,
  rules: KindRules = defaultRules,
): readonly StaleText[] {
  const [source = '', ...others] = after.languages;
  const old = readTree(before, rules);
  const tree = readTree(after, rules, old);
  return textsIn(tree, after, rules).flatMap(({ element, property: path, texts }) => {
    const was = textsAt(old, element, path);
    const sourceBefore = property(was, source);
    const sourceAfter = property(texts, source);
    if (typeof sourceBefore !== 'string' || typeof sourceAfter !== 'string' || sourceBefore === sourceAfter)
      return [];
    return others
      .filter((language) => property(was, language) === property(texts, language))
      .map((language) => {
        const text = property(texts, language);
        return {
          kind: 'translation' as const,
          element,
          property: path,
          path: appendPath(pathOf(tree, element), path),
          language,
          ...(typeof text === 'string' ? { text } : {}),
          sourceBefore,
          sourceAfter,
        };
      });
  });
}

export type WordingSides = {
  /** Upstream as last taken, and as it is now. */
  readonly upstreamBefore: Definition;
  readonly upstreamAfter: Definition;
  /** The variant after the update. */
  readonly variant: Definition;
  readonly rules?: KindRules;
};

/** Local wordings of texts that upstream has reworded, where the variant kept its own. */
export function staleWordings(sides: WordingSides): readonly StaleText[] {
  const rules = sides.rules ?? defaultRules;
  const before = readTree(sides.upstreamBefore, rules);
  const after = readTree(sides.upstreamAfter, rules, before);
  const variant = readTree(sides.variant, rules, before);
  return textsIn(variant, sides.variant, rules).flatMap(({ element, property: path, texts }) =>
    Object.entries(texts).flatMap(([language, text]) => {
      const sourceBefore = property(textsAt(before, element, path), language);
      const sourceAfter = property(textsAt(after, element, path), language);
      if (typeof sourceBefore !== 'string' || typeof sourceAfter !== 'string' || typeof text !== 'string')
        return [];
      if (sourceBefore === sourceAfter || text === sourceAfter || text === sourceBefore) return [];
      const place = appendPath(pathOf(variant, element), path);
      return [
        {
          kind: 'wording' as const,
          element,
          property: path,
          path: place,
          language,
          text,
          sourceBefore,
          sourceAfter,
        },
      ];
    }),
  );
}

export type LentSides = {
  /** The variant before the update. */
  readonly before: Definition;
  readonly upstream: Definition;
  /** The variant after it. */
  readonly variant: Definition;
  readonly rules?: KindRules;
};

/** Translations that an update brought, of a source that the variant has in its own words. */
export function lentTranslations(sides: LentSides): readonly StaleText[] {
  const { rules = defaultRules } = sides;
  const [source = '', ...others] = sides.variant.languages;
  const before = readTree(sides.before, rules);
  const upstream = readTree(sides.upstream, rules, before);
  const variant = readTree(sides.variant, rules, before);
  return textsIn(variant, sides.variant, rules).flatMap(({ element, property: path, texts }) => {
    const theirs = textsAt(upstream, element, path);
    const was = textsAt(before, element, path);
    const [sourceBefore, sourceAfter] = [property(theirs, source), property(texts, source)];
    if (typeof sourceBefore !== 'string' || typeof sourceAfter !== 'string' || sourceBefore === sourceAfter)
      return [];
    const place = appendPath(pathOf(variant, element), path);
    return others.flatMap((language) => {
      const text = property(texts, language);
      if (typeof text !== 'string' || text !== property(theirs, language)) return [];
      if (was === undefined || text === property(was, language)) return [];
      const kind = 'translation' as const;
      return [{ kind, element, property: path, path: place, language, text, sourceBefore, sourceAfter }];
    });
  });
}

function textsAt(tree: Tree, element: string, path: Path): JsonObject | undefined {
  if (!tree.has(element)) return undefined;
  const texts = getProperty(getNode(tree, element).own, path);
  return isObject(texts) ? texts : undefined;
}

/** Every localised text, in document order. */
function textsIn(tree: Tree, definition: Definition, rules: KindRules): readonly Texts[] {
  const languages = new Set(definition.languages);
  const found: Texts[] = [];
  const visit = (element: string, object: JsonObject, prefix: Path): void => {
    for (const [key, value] of Object.entries(object)) {
      if (!isObject(value) || rules.opaque.has(key)) continue;
      const path = appendPath(prefix, escapePart(key));
      if (isLocalised(value, languages)) found.push({ element, property: path, texts: value });
      else visit(element, value, path);
    }
  };
  for (const { id, own } of tree.values()) visit(id, own, '');
  return found;
}
