import type { Change } from '../change.ts';
import { isLocalised, type Definition } from '../definition.ts';
import { asText, isList, isObject, type Json, type JsonObject } from '../json.ts';
import { findText } from '../localised.ts';
import { splitPath } from '../path.ts';
import { readTree } from '../read-tree.ts';
import { defaultRules, type KindRules } from '../rules.ts';
import { getProperty, ROOT, type Tree, type TreeNode } from '../tree.ts';
import { en, sv, type Entry, type Phrases, type Thing, type Trait } from './phrases.ts';
import {
  DEFAULT_ELEMENT,
  languageName,
  usualName,
  withDefaults,
  WORK,
  type Language,
  type Noun,
  type Vocabulary,
} from './words.ts';

export type DescribeOptions = {
  readonly before: Definition;
  readonly after: Definition;
  readonly language: Language;
  /** The kind's words; those for most kinds fill in. */
  readonly words?: Vocabulary;
  /** A condition in words ("sökanden är ett företag"); undefined where there are none. */
  readonly conditionInWords?: (
    condition: string,
    definition: Definition,
    language: Language,
  ) => string | undefined;
  readonly rules?: KindRules;
};

/** One change as a sentence in the reader's words. For many changes of one pair, make a `describer` once. */
export function describe(change: Change, options: DescribeOptions): string {
  return describer(options)(change);
}

/** A function that tells changes between two definitions as sentences. */
export function describer(options: DescribeOptions): (change: Change) => string {
  const { before, after, rules = defaultRules } = options;
  const old = readTree(before, rules);
  const trees = { before: old, after: readTree(after, rules, old) };
  const scene: Scene = {
    options,
    trees,
    rules,
    words: withDefaults(options.words),
    phrases: { sv, en }[options.language],
    languages: new Set([...before.languages, ...after.languages]),
    source: after.languages[0] ?? options.language,
  };
  return (change) => tell(change, scene);
}

type Scene = {
  readonly options: DescribeOptions;
  readonly trees: { readonly before: Tree; readonly after: Tree };
  readonly rules: KindRules;
  readonly words: Vocabulary;
  readonly phrases: Phrases;
  readonly languages: ReadonlySet<string>;
  readonly source: string;
};

function tell(change: Change, scene: Scene): string {
  const { phrases, trees } = scene;
  switch (change.change) {
    case 'added':
      return phrases.added(thing(change.element, trees.after, scene), around(change.place.owner, scene));
    case 'removed':
      return phrases.removed(thing(change.element, trees.before, scene));
    case 'moved':
      return tellMove(change, scene);
    case 'changed':
      return tellProperty(change, scene);
  }
}

/** The element around another, unless that is the whole work. */
function around(owner: string, scene: Scene): Thing | undefined {
  return owner === ROOT ? undefined : thing(owner, scene.trees.after, scene);
}

function tellMove(change: Extract<Change, { change: 'moved' }>, scene: Scene): string {
  const { phrases, trees } = scene;
  const moved = thing(change.element, trees.after, scene);
  const old = trees.before.get(change.element)?.place.owner;
  if (old !== change.place.owner) return phrases.movedTo(moved, around(change.place.owner, scene));
  if (change.follows === null) return phrases.movedFirst(moved);
  const other = thing(change.follows, trees.after, scene);
  return phrases.movedAfter(moved, other.name === '' ? change.follows : other.name);
}

function thing(id: string, tree: Tree, scene: Scene): Thing {
  const node = tree.get(id);
  if (node === undefined) return { noun: DEFAULT_ELEMENT, name: id };
  return { noun: nounOf(node, scene.words), name: shorten(nameOf(node, tree, scene) ?? id) };
}

function nounOf({ id, place, own }: TreeNode, words: Vocabulary): Noun {
  if (id === ROOT) return words.elements[''] ?? WORK;
  const list = splitPath(place.slot).at(-1) ?? '';
  return words.elements[`${list}:${asText(own['type'])}`] ?? words.elements[list] ?? DEFAULT_ELEMENT;
}

/** What says nothing itself goes by the first thing in it that does: a list of actions by its first action. */
function nameOf({ own, slots }: TreeNode, tree: Tree, scene: Scene): string | undefined {
  const texts = scene.words.nameOf?.(own) ?? usualName(own);
  const name = findText(texts, scene.options.language)?.text;
  if (name !== undefined) return name;
  const [first] = [...slots.values()].flat();
  const inner = first === undefined ? undefined : tree.get(first);
  return inner === undefined ? undefined : nameOf(inner, tree, scene);
}

/** Bold and italics of Markdown: a name is what is said. */
const emphasis = /(^|[\s(”“])(\*{1,3})(?=\S)(.*?\S)\2(?=$|[\s.,:;!?)”])/g;

/** Long texts are names by their beginning. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').slice(0, 300).replace(emphasis, '$1$3');
  return line.length <= 90 ? line : `${line.slice(0, 88).trimEnd()} …`;
}

type Changed = Extract<Change, { change: 'changed' }>;

function tellProperty(change: Changed, scene: Scene): string {
  const { phrases, trees, options } = scene;
  const [name = ''] = splitPath(change.property);
  const about = thing(change.element, trees.after, scene);
  if (name === 'hidden') return phrases.hidden(about, change.after === true);
  if (name === 'required' && typeof (change.after ?? false) === 'boolean') {
    return phrases.required(about, change.after === true);
  }
  if (name === 'showIf') {
    if (typeof change.after !== 'string') return phrases.shownAlways(about);
    const words = options.conditionInWords?.(change.after, options.after, options.language);
    return phrases.shownIf(about, words ?? change.after);
  }
  const entry = entryOf(change, about, scene);
  return entry === undefined ? tellValue(change, about, scene) : tellEntry(change, entry, scene);
}

/** The entry that a change is of or inside, where the property is keyed by elements; undefined elsewhere. */
function entryOf({ property }: Changed, of: Thing, scene: Scene): Entry | undefined {
  const [name = '', key] = splitPath(property);
  const noun = scene.words.entries?.[name];
  if (noun === undefined || key === undefined || !scene.rules.keyed.has(name)) return undefined;
  const to = named(key, scene);
  return to === undefined ? undefined : { noun, to, of };
}

function tellEntry(change: Changed, entry: Entry, scene: Scene): string {
  const { phrases } = scene;
  if (splitPath(change.property).length > 2) return phrases.entryRewritten(entry);
  if (change.after === undefined) return phrases.entryTaken(entry);
  const value = inWords(change.after, scene, true);
  return change.before === undefined ? phrases.entryGiven(entry, value) : phrases.entrySet(entry, value);
}

/** An element as it is called now, or was while it stood there. */
function named(id: string, scene: Scene): Thing | undefined {
  const tree = [scene.trees.after, scene.trees.before].find((one) => id !== ROOT && one.has(id));
  return tree === undefined ? undefined : thing(id, tree, scene);
}

function tellValue(change: Changed, about: Thing, scene: Scene): string {
  const { phrases } = scene;
  const trait = traitOf(change, about, scene);
  if (change.after === undefined) return phrases.taken(trait);
  if (!isText(change, scene)) {
    const value = inWords(change.after, scene, isKeyed(change, scene));
    return change.before === undefined ? phrases.given(trait, value) : phrases.set(trait, value);
  }
  if (change.before === undefined) return phrases.given(trait, inWords(change.after, scene));
  const [name] = splitPath(change.property);
  const isName = name === 'label' || (name === 'title' && change.element !== ROOT);
  if (isName) return phrases.renamed(trait, shorten(asText(change.before)), shorten(asText(change.after)));
  return phrases.rewritten(trait);
}

/** Whether the change is of one language of a text. */
function isText({ element, property }: Changed, { trees, languages }: Scene): boolean {
  const around_ = splitPath(property).slice(0, -1);
  if (around_.length === 0) return false;
  const path = property.slice(0, property.lastIndexOf('/'));
  return [trees.after, trees.before].some((tree) => {
    const own = tree.get(element)?.own;
    return own !== undefined && isLocalised(getProperty(own, path), languages);
  });
}

function traitOf(change: Changed, about: Thing, scene: Scene): Trait {
  const parts = splitPath(change.property);
  const text = isText(change, scene);
  const names = text ? parts.slice(0, -1) : parts;
  const known = names.findLast((name) => scene.words.properties[name] !== undefined);
  const code = text ? (parts.at(-1) ?? '') : '';
  const word = names.join(' ');
  return {
    noun: (known === undefined ? undefined : scene.words.properties[known]) ?? quoted(word),
    language: code === '' || code === scene.source ? '' : languageName(code, scene.options.language),
    of: about,
  };
}

/** A property that has no word is told by its name. */
function quoted(name: string): Noun {
  return { sv: `”${name}”`, svDefinite: `”${name}”`, svGender: 'ett', en: `“${name}”` };
}

const isKeyed = ({ property }: Changed, { rules }: Scene): boolean =>
  rules.keyed.has(splitPath(property)[0] ?? '');

/** A value as a reader says it. Where texts may be ids of elements (`keyed`), those are called by their names. */
function inWords(value: Json, scene: Scene, keyed = false): string {
  const [open_, close] = scene.options.language === 'sv' ? ['”', '”'] : ['“', '”'];
  if (value === true) return scene.phrases.yes;
  if (value === false) return scene.phrases.no;
  if (typeof value === 'string') {
    const known = keyed ? named(value, scene)?.name : undefined;
    return `${open_}${known ?? shorten(value)}${close}`;
  }
  if (isList(value)) return value.map((item) => inWords(item, scene, keyed)).join(', ');
  if (isObject(value)) return inObject(value, scene, keyed);
  return String(value);
}

function inObject(value: JsonObject, scene: Scene, keyed: boolean): string {
  const { words, options } = scene;
  const entries = Object.entries(value).map(([name, inner]) => {
    const noun = words.properties[name];
    const word = noun === undefined ? name : options.language === 'sv' ? noun.sv : noun.en;
    const known = keyed ? named(name, scene)?.name : undefined;
    return `${known === undefined ? word : inWords(known, scene)} ${inWords(inner, scene, keyed)}`;
  });
  return entries.join(', ');
}
