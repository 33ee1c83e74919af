import type { VNode } from 'preact';
import { link } from '../../../../platform/http/index.ts';
import { Link, OriginMark, Tag } from '../../../../ui/index.ts';
import * as addresses from '../../addresses.ts';
import { plainEditor } from '../../model/editor.ts';
import { nameOfNode, nodeAtPath, type OutlineNode } from '../../model/outline.ts';
import { rightsOf } from '../../model/rights.ts';
import { editTexts } from '../../texts/edit.ts';
import { boundBy, type Editing } from './editing.ts';

type Listed = {
  readonly editing: Editing;
  readonly nodes: readonly OutlineNode[];
  /** With what lies inside each. */
  readonly deep: boolean;
  /** What lies in each is folded: where there is much of it, unless said otherwise. */
  readonly folded?: boolean;
};

const inside = (node: OutlineNode): readonly OutlineNode[] =>
  node.groups.filter((group) => group.list.form !== 'rows').flatMap((group) => group.nodes);

function wrongIn({ issues, root }: Editing, node: OutlineNode): number {
  return issues.filter(
    (issue) => issue.severity === 'error' && nodeAtPath(root, issue.path).node.id === node.id,
  ).length;
}

function Row({ editing, node }: { readonly editing: Editing; readonly node: OutlineNode }): VNode {
  const { variant, language, kind, origins, upstream, notes } = editing;
  const words = editTexts(language);
  const at = { organisation: variant.organisation, work: variant.work };
  const sort = (kind.editor ?? plainEditor).sortOf?.(node) ?? null;
  const { lock, own } = rightsOf(node, boundBy(editing));
  const origin = origins.get(node.id);
  const wrong = wrongIn(editing, node);
  const mark = notes.get(node.id)?.mark ?? null;
  return (
    <div class="commons-node">
      <Link to={link(addresses.edit, at, { element: node.id })}>{nameOfNode(node, language)}</Link>
      <span class="commons-node-notes k-meta">
        {sort !== null && <span>{sort[language]}</span>}
        {upstream !== null && origin !== undefined && <OriginMark origin={origin} />}
        {!own && lock !== 'free' && <span>{words.locks[lock]}</span>}
        {node.element['hidden'] === true && <Tag>{words.hidden}</Tag>}
        {mark !== null && <Tag tone="shared">{mark}</Tag>}
        {wrong > 0 && <Tag tone="wrong">{words.issues(wrong)}</Tag>}
      </span>
    </div>
  );
}

/** A work of more parts than this is seen whole with what lies in each part folded. */
const mostAtOnce = 60;

const countIn = (nodes: readonly OutlineNode[]): number =>
  nodes.reduce((all, node) => all + 1 + countIn(inside(node)), 0);

/** Whether there is something to do in it. */
const hasToDo = (editing: Editing, node: OutlineNode): boolean =>
  wrongIn(editing, node) > 0 ||
  (editing.notes.get(node.id)?.mark ?? null) !== null ||
  inside(node).some((one) => hasToDo(editing, one));

/** What lies in a part, folded in a large work; open where there is something to do. */
function Within({ editing, node, folded }: Omit<Listed, 'nodes' | 'deep'> & { readonly node: OutlineNode }) {
  const list = <NodeList editing={editing} nodes={inside(node)} deep folded={false} />;
  if (folded !== true) return list;
  const titles = node.groups
    .filter((group) => group.list.form !== 'rows' && group.nodes.length > 0)
    .map((group) => `${group.list.title[editing.language]} (${group.nodes.length})`);
  return (
    <details class="commons-fold" open={inside(node).some((one) => hasToDo(editing, one))}>
      <summary>{titles.join(', ')}</summary>
      {list}
    </details>
  );
}

/** Parts of a work to open, in order, with where each comes from and what is locked. */
export function NodeList({
  editing,
  nodes,
  deep,
  folded = deep && countIn(nodes) > mostAtOnce,
}: Listed): VNode {
  if (nodes.length === 0) return <p class="k-meta">{editTexts(editing.language).empty}</p>;
  return (
    <ol class="commons-nodes">
      {nodes.map((node) => (
        <li key={node.id}>
          <Row editing={editing} node={node} />
          {deep && inside(node).length > 0 && <Within editing={editing} node={node} folded={folded} />}
        </li>
      ))}
    </ol>
  );
}
