import type { Definition } from '../../../kernel/index.ts';
import type { Command } from './commands.ts';
import { textIn, type Typed } from './form-edit.ts';
import { findNode, idFrom, type OutlineNode } from './outline.ts';

export const stepKinds = ['save', 'add', 'up', 'down', 'hide', 'show', 'remove', 'lock'] as const;
export type StepKind = (typeof stepKinds)[number];

/** What a button of the editor stands for: a step, and the element or list that it is about. */
export type FormStep = { readonly kind: StepKind; readonly target: string };

/** `up:frukost`, or only `up` for the element that the form is about. */
export function readStep(text: string): FormStep | null {
  const [verb = '', ...rest] = text.split(':');
  const kind = stepKinds.find((one) => one === verb);
  return kind === undefined ? null : { kind, target: rest.join(':') };
}

export type Stepped =
  | { readonly ok: true; readonly commands: readonly Command[]; readonly open: string }
  | { readonly ok: false; readonly problem: 'no-name' | 'gone'; readonly at: string };

export const newName = (list: string): string => `new:${list}`;
export const starterName = (list: string): string => `starter:${list}`;
export const lockName = 'lock';

type Stepping = {
  readonly root: OutlineNode;
  readonly node: OutlineNode;
  readonly typed: Typed;
  /** Definitions whose ids are taken: what the form was made from and what stands now. */
  readonly known: readonly Definition[];
};

const gone = { ok: false, problem: 'gone', at: '' } as const;

/** The commands of a button beyond the fields of its form, and what to open after it. */
export function commandsOf(step: FormStep, of: Stepping): Stepped {
  const { root, node } = of;
  if (step.kind === 'save') return { ok: true, commands: [], open: node.id };
  if (step.kind === 'add') return add(step.target, of);
  const target = step.target === '' ? node : findNode(root, step.target);
  if (target === null || target.form === 'work') return gone;
  const { path } = target;
  const isSelf = target.id === node.id;
  switch (step.kind) {
    case 'hide':
    case 'show':
      return { ok: true, commands: [{ do: step.kind, path }], open: node.id };
    case 'lock': {
      const lock = locks.find((one) => one === textIn(of.typed, lockName)) ?? null;
      return { ok: true, commands: [{ do: 'lock', path, lock }], open: node.id };
    }
    case 'remove': {
      const gone: Command = target.form === 'one' ? { do: 'unset', path } : { do: 'remove', path };
      return { ok: true, commands: [gone], open: isSelf ? target.owner : node.id };
    }
    case 'up':
    case 'down':
      return { ok: true, commands: move(root, target, step.kind), open: node.id };
  }
}

const locks = ['fixed', 'settings', 'additions', 'free'] as const;

function siblingsOf(root: OutlineNode, target: OutlineNode): readonly OutlineNode[] {
  const owner = findNode(root, target.owner);
  return owner?.groups.find((group) => group.path === target.list)?.nodes ?? [];
}

/** Past the neighbour; nothing at the end of the list. */
function move(root: OutlineNode, target: OutlineNode, way: 'up' | 'down'): readonly Command[] {
  const siblings = siblingsOf(root, target);
  const at = siblings.findIndex((one) => one.id === target.id);
  if (way === 'up' ? at <= 0 : at >= siblings.length - 1) return [];
  const after = way === 'up' ? (siblings[at - 2]?.id ?? null) : (siblings[at + 1]?.id ?? null);
  return [{ do: 'move', path: target.path, list: target.list, after }];
}

function add(property: string, { node, typed, known }: Stepping): Stepped {
  const group = node.groups.find((one) => one.list.property === property);
  const wanted = textIn(typed, starterName(property));
  const starter = group?.list.starters.find((one) => one.id === wanted) ?? group?.list.starters[0];
  if (group === undefined || starter === undefined) return gone;
  const language = node.definition.languages[0] ?? 'sv';
  if (group.list.form === 'one') {
    const element = starter.element(idFrom(property, known), '', language);
    const id = typeof element['id'] === 'string' ? element['id'] : property;
    return { ok: true, commands: [{ do: 'set', path: group.path, value: element }], open: id };
  }
  const name = textIn(typed, newName(property)).trim();
  if (name === '') return { ok: false, problem: 'no-name', at: newName(property) };
  const id = idFrom(name, known);
  const after = group.nodes.at(-1)?.id ?? null;
  const element = { ...starter.element(id, name, language), id };
  const open = group.list.form === 'rows' ? node.id : id;
  return { ok: true, commands: [{ do: 'add', list: group.path, element, after }], open };
}
