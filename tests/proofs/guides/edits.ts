import type { JsonObject, Lock } from '../../../src/kernel/index.ts';
import { pick, whole, type Random } from '../random.ts';
import {
  around,
  getPart,
  sentence,
  textOf,
  type Language,
  type Node,
  type NodeType,
  type Parts,
} from './education.ts';

/** One thing that somebody did to the guide, and how to tell that it is still done. */
export type Edit = {
  /** The element that it was done to; that which it was put into, where it is new. */
  readonly element: string;
  /** The property that was edited, as a path inside the element; '' for the element itself or its place. */
  readonly property: string;
  /** What exactly was touched. Two edits that touch the same do not go together by themselves. */
  readonly spots: readonly string[];
  /** Whether it is about everything that lies in the element too. */
  readonly covers: boolean;
  readonly done: Done;
};

export type Done =
  | { readonly kind: 'written'; readonly mark: string }
  | { readonly kind: 'added'; readonly id: string }
  | { readonly kind: 'removed' }
  | { readonly kind: 'moved'; readonly before: string }
  | { readonly kind: 'set'; readonly value: string | number | boolean }
  | { readonly kind: 'tagged'; readonly tag: string };

export type Edited = { readonly parts: Parts; readonly edits: readonly Edit[] };

/** Who edits. A municipality keeps to upstream's locks and adds under its own name. */
export type Editor = { readonly name: string; readonly upstream: boolean };

type Desk = {
  readonly base: Parts;
  readonly locks: ReadonlyMap<string, Lock>;
  readonly parts: Map<string, Node>;
  readonly edits: Edit[];
  /** Spots of one's own: nobody undoes in one version what they did in it. */
  readonly used: Set<string>;
  readonly editor: Editor;
  readonly random: Random;
  /** Where everybody edits more than elsewhere. */
  readonly busy: readonly string[];
  readonly ids: readonly string[];
};

/** Edits of one side: each upon something that it has not touched before. */
export function editGuide(
  base: Parts,
  of: Pick<Desk, 'locks' | 'editor' | 'random' | 'busy'> & { readonly count: number },
): Edited {
  const desk: Desk = {
    base,
    parts: new Map(base),
    edits: [],
    used: new Set(),
    ...of,
    ids: [...base.keys()].filter((id) => id !== ''),
  };
  for (let tries = 0; desk.edits.length < of.count && tries < of.count * 200; tries += 1) {
    const [, act] = pick(of.random, weighted);
    act(desk);
  }
  return { parts: desk.parts, edits: desk.edits };
}

type Act = (desk: Desk) => void;

const acts: readonly (readonly [weight: number, act: Act])[] = [
  [9, (desk) => rewrite(desk, 'sv')],
  [3, (desk) => rewrite(desk, 'en')],
  [3, insertSentence],
  [4, addElement],
  [1, addStep],
  [1, setMinutes],
  [2, addTask],
  [2, move],
  [2, takeAway],
  [1, fillOrLock],
];
const weighted = acts.flatMap((act) => Array.from({ length: act[0] }, () => act));

const lockOf = (desk: Desk, id: string): Lock => desk.locks.get(id) ?? 'free';
const mayReword = (desk: Desk, id: string): boolean => desk.editor.upstream || lockOf(desk, id) === 'free';

/** An element of one of the types that this side may touch and has not removed or locked up. */
function choose(desk: Desk, types: readonly NodeType[]): Node | null {
  const id = pick(desk.random, desk.random() < 0.25 ? desk.busy : desk.ids);
  const node = getPart(desk.base, id);
  if (!types.includes(node.type)) return null;
  return around(desk.base, id).some((one) => desk.used.has(`whole ${one}`)) ? null : node;
}

type Place = Pick<Edit, 'element' | 'property' | 'spots'> & { readonly covers?: true };

/** Notes an edit, unless its spot is taken. */
function note(desk: Desk, place: Place, done: Done): boolean {
  if (place.spots.some((spot) => desk.used.has(spot))) return false;
  for (const spot of place.spots) desk.used.add(spot);
  for (const id of around(desk.base, place.element)) desk.used.add(`inside ${id}`);
  desk.edits.push({ covers: false, ...place, done });
  return true;
}

const markOf = (desk: Desk): string => `${desk.editor.name}m${desk.edits.length}`;

const prose: readonly NodeType[] = ['text', 'warning', 'item', 'option', 'question', 'section', 'step'];

function rewrite(desk: Desk, language: Language): void {
  const node = choose(desk, prose);
  if (node === null || !mayReword(desk, node.id)) return;
  const index = whole(desk.random, node.sentences[language].length);
  const mark = markOf(desk);
  const place = placeOfText(node, language, [`sentence ${node.id} ${language} ${index}`]);
  if (!note(desk, place, { kind: 'written', mark })) return;
  const old = node.sentences[language][index] ?? '';
  replaceSentence(desk, { id: node.id, language, old, by: [sentence(desk.random, language, mark)] });
}

function insertSentence(desk: Desk): void {
  const node = choose(desk, ['text', 'warning']);
  if (node === null || !mayReword(desk, node.id)) return;
  const index = whole(desk.random, node.sentences.sv.length);
  const mark = markOf(desk);
  const old = node.sentences.sv[index] ?? '';
  // Beside a sentence that one has rewritten oneself, both are one edit.
  const spots = [`gap ${node.id} sv ${index}`];
  if (desk.used.has(`sentence ${node.id} sv ${index}`)) return;
  if (!note(desk, placeOfText(node, 'sv', spots), { kind: 'written', mark })) return;
  replaceSentence(desk, { id: node.id, language: 'sv', old, by: [old, sentence(desk.random, 'sv', mark)] });
}

const placeOfText = (node: Node, language: Language, spots: readonly string[]): Place => ({
  element: node.id,
  property: `${textOf(node.type) ?? ''}/${language}`,
  spots,
});

type Replacing = {
  readonly id: string;
  readonly language: Language;
  readonly old: string;
  readonly by: readonly string[];
};

function replaceSentence(desk: Desk, { id, language, old, by }: Replacing): void {
  const node = getPart(desk.parts, id);
  const written = node.sentences[language].flatMap((one) => (one === old ? by : [one]));
  desk.parts.set(id, { ...node, sentences: { ...node.sentences, [language]: written } });
}

function setOwn(desk: Desk, id: string, own: JsonObject): void {
  const node = getPart(desk.parts, id);
  desk.parts.set(id, { ...node, own: { ...node.own, ...own } });
}

/** Puts a new element after one of the base's, or first. */
function putIn(desk: Desk, owner: Node, added: Pick<Node, 'type' | 'own'>): void {
  const id = `${desk.editor.name}-${desk.edits.length}`;
  const place = { element: owner.id, property: '', spots: [`new ${id}`] };
  if (!note(desk, place, { kind: 'added', id })) return;
  const text = (language: Language): readonly string[] => [sentence(desk.random, language, `${id}x`)];
  const current = getPart(desk.parts, owner.id);
  const at = whole(desk.random, current.children.length + 1);
  desk.parts.set(owner.id, { ...current, children: current.children.toSpliced(at, 0, id) });
  desk.parts.set(id, {
    id,
    ...added,
    owner: owner.id,
    sentences: { sv: text('sv'), en: text('en') },
    children: [],
  });
}

const mayAddTo = (desk: Desk, id: string): boolean =>
  desk.editor.upstream || lockOf(desk, id) === 'additions' || lockOf(desk, id) === 'free';

function addElement(desk: Desk): void {
  const owner = choose(desk, ['step', 'actions']);
  if (owner === null || !mayAddTo(desk, owner.id)) return;
  putIn(desk, owner, { type: owner.type === 'actions' ? 'item' : 'text', own: {} });
}

function addStep(desk: Desk): void {
  const owner = choose(desk, ['section']);
  if (owner !== null) putIn(desk, owner, { type: 'step', own: { minutes: 3 } });
}

function setMinutes(desk: Desk): void {
  const node = choose(desk, ['step']);
  if (node === null) return;
  const value = 10 + whole(desk.random, 400);
  const place = { element: node.id, property: 'minutes', spots: [`minutes ${node.id}`] };
  if (note(desk, place, { kind: 'set', value })) setOwn(desk, node.id, { minutes: value });
}

function addTask(desk: Desk): void {
  const node = choose(desk, ['step']);
  if (node === null) return;
  const tag = `system:${desk.editor.name}/uppgift-${desk.edits.length}`;
  const place = { element: node.id, property: 'tasks', spots: [`task ${tag}`] };
  if (!note(desk, place, { kind: 'tagged', tag })) return;
  const { tasks } = getPart(desk.parts, node.id).own;
  const tags = Array.isArray(tasks) ? tasks.filter((one) => typeof one === 'string') : [];
  setOwn(desk, node.id, { tasks: [...tags, tag].toSorted() });
}

/** Past the next of the base's in the same list. */
function move(desk: Desk): void {
  const node = choose(desk, ['text', 'item', 'actions', 'question', 'step']);
  if (node === null || !mayReword(desk, node.id) || !mayAddTo(desk, node.owner)) return;
  const siblings = getPart(desk.base, node.owner).children;
  const next = siblings[siblings.indexOf(node.id) + 1];
  const owner = getPart(desk.parts, node.owner);
  if (next === undefined || !owner.children.includes(next) || desk.used.has(`whole ${next}`)) return;
  const place = { element: node.id, property: '', spots: [`order ${node.owner}`] };
  if (!note(desk, place, { kind: 'moved', before: next })) return;
  const rest = owner.children.filter((id) => id !== node.id);
  desk.parts.set(owner.id, { ...owner, children: rest.toSpliced(rest.indexOf(next) + 1, 0, node.id) });
}

/** Upstream removes, a municipality hides; each what it has not edited itself. */
function takeAway(desk: Desk): void {
  const node = choose(desk, ['text', 'item']);
  if (node === null || desk.used.has(`inside ${node.id}`) || !mayReword(desk, node.id)) return;
  const owner = getPart(desk.parts, node.owner);
  if (owner.children.length < 2 || desk.used.has(`order ${owner.id}`)) return;
  if (!desk.editor.upstream) {
    const place = { element: node.id, property: 'hidden', spots: [`hidden ${node.id}`] };
    if (note(desk, place, { kind: 'set', value: true })) setOwn(desk, node.id, { hidden: true });
    return;
  }
  const spots = [`whole ${node.id}`, `less ${owner.id}`];
  if (!note(desk, { element: node.id, property: '', spots, covers: true }, { kind: 'removed' })) return;
  desk.parts.set(owner.id, { ...owner, children: owner.children.filter((id) => id !== node.id) });
  desk.parts.delete(node.id);
}

/** A municipality writes in a slot; upstream locks a text that was free. */
function fillOrLock(desk: Desk): void {
  if (!desk.editor.upstream) {
    const slot = choose(desk, ['slot']);
    if (slot !== null) putIn(desk, slot, { type: 'text', own: {} });
    return;
  }
  const node = choose(desk, ['text']);
  if (node === null || lockOf(desk, node.id) !== 'free') return;
  const place = { element: node.id, property: 'lock', spots: [`lock ${node.id}`], covers: true as const };
  if (note(desk, place, { kind: 'set', value: 'fixed' })) setOwn(desk, node.id, { lock: 'fixed' });
}
