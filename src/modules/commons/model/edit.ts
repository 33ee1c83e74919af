import type { Definition, Element, Json } from '../../../kernel/index.ts';
import { isDefinition, isElement, isElementList, isList } from '../../../kernel/index.ts';
import type { Command, CommandFailure } from './commands.ts';
import { idsIn, locate, valueAt, withValueAt } from './tree-edit.ts';

export type EditResult =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly at: number; readonly failure: CommandFailure };

type Step =
  | { readonly ok: true; readonly root: Json }
  | { readonly ok: false; readonly failure: CommandFailure };

/** Applies commands in order. All or nothing: the first that does not fit is returned with its position. */
export function edit(definition: Definition, commands: readonly Command[]): EditResult {
  let root: Definition = definition;
  for (const [at, command] of commands.entries()) {
    const step = applyCommand(root, command);
    if (!step.ok) return { ok: false, at, failure: step.failure };
    if (!isDefinition(step.root)) return { ok: false, at, failure: headless(command) };
    root = step.root;
  }
  return { ok: true, definition: root };
}

function applyCommand(root: Json, command: Command): Step {
  switch (command.do) {
    case 'set':
      return put(root, command.path, command.value);
    case 'unset':
      return put(root, command.path, undefined);
    case 'hide':
      return setOnElement(root, command.path, { property: 'hidden', value: true });
    case 'show':
      return setOnElement(root, command.path, { property: 'hidden', value: undefined });
    case 'lock':
      return setOnElement(root, command.path, { property: 'lock', value: command.lock ?? undefined });
    case 'add':
      return add(root, command);
    case 'remove':
      return remove(root, command.path);
    case 'move':
      return move(root, command);
  }
}

/** The definition's own title and languages can be changed, never done without. */
const headless = (command: Command): CommandFailure => ({
  kind: 'not-a-property',
  path: 'path' in command ? command.path : command.list,
});

const refused = (kind: CommandFailure['kind'], path: string): Step => ({
  ok: false,
  failure: { kind, path },
});

/** The head of the definition says what it is, and an id is for life: neither is set. */
const forLife = new Set(['id', 'kommons', 'kind']);

function put(root: Json, path: string, value: Json | undefined): Step {
  const steps = locate(root, path);
  const last = steps?.at(-1);
  if (steps === null || typeof last !== 'string') return refused('no-such-element', path);
  const owner = valueAt(root, steps.slice(0, -1));
  const own = steps.length === 1 || isElement(owner);
  if (own && (forLife.has(last) || isElementList(valueAt(root, steps))))
    return refused('not-a-property', path);
  return { ok: true, root: withValueAt(root, steps, value) ?? {} };
}

function setOnElement(root: Json, path: string, change: { property: string; value: Json | undefined }): Step {
  const steps = locate(root, path);
  const element = steps === null ? undefined : valueAt(root, steps);
  if (steps === null || !isElement(element)) return refused('not-an-element', path);
  return { ok: true, root: withValueAt(root, [...steps, change.property], change.value) ?? {} };
}

function add(root: Json, command: Extract<Command, { do: 'add' }>): Step {
  const { element } = command;
  if (!isElement(element)) return refused('not-an-element', command.list);
  const taken = new Set(idsIn(root));
  const twice = idsIn(element).find((id) => taken.has(id));
  if (twice !== undefined) return refused('id-taken', twice);
  return insert(root, command, element);
}

function insert(
  root: Json,
  at: { readonly list: string; readonly after: string | null },
  element: Element,
): Step {
  const steps = locate(root, at.list);
  if (steps === null) return refused('not-a-list', at.list);
  const list = valueAt(root, steps) ?? [];
  if (!isList(list) || (list.length > 0 && !isElementList(list))) return refused('not-a-list', at.list);
  const position = at.after === null ? -1 : list.findIndex((one) => isElement(one) && one.id === at.after);
  if (at.after !== null && position < 0) return refused('no-such-element', at.after);
  return { ok: true, root: withValueAt(root, steps, list.toSpliced(position + 1, 0, element)) ?? {} };
}

function remove(root: Json, path: string): Step {
  const steps = locate(root, path);
  if (steps === null || typeof steps.at(-1) !== 'number') return refused('no-such-element', path);
  return { ok: true, root: withValueAt(root, steps, undefined) ?? {} };
}

function move(root: Json, command: Extract<Command, { do: 'move' }>): Step {
  const steps = locate(root, command.path);
  const element = steps === null ? undefined : valueAt(root, steps);
  if (steps === null || typeof steps.at(-1) !== 'number' || !isElement(element)) {
    return refused('no-such-element', command.path);
  }
  if (`${command.list}/`.startsWith(`${command.path}/`) || command.after === element.id) {
    return refused('into-itself', command.path);
  }
  return insert(withValueAt(root, steps, undefined) ?? {}, command, element);
}
