import type { VNode } from 'preact';
import type { OutlineNode } from '../../model/outline.ts';
import { nameOfNode } from '../../model/outline.ts';
import { rightsOf } from '../../model/rights.ts';
import { editTexts } from '../../texts/edit.ts';
import { boundBy, type Editing } from './editing.ts';
import { OriginMark } from '../../../../ui/index.ts';

type Row = { readonly editing: Editing; readonly node: OutlineNode; readonly row: OutlineNode };

/** The head of one row of a form (an answer option), with buttons that also save what is typed. */
export function RowSteps({ editing, node, row }: Row): VNode {
  const { language } = editing;
  const words = editTexts(language);
  const rights = rightsOf(row, boundBy(editing));
  const name = nameOfNode(row, language);
  const siblings = node.groups.find((group) => group.path === row.list)?.nodes ?? [];
  const at = siblings.findIndex((one) => one.id === row.id);
  const origin = editing.origins.get(row.id);
  const hidden = row.element['hidden'] === true;
  const step = (verb: string, word: string, label: string): VNode => (
    <button key={verb} class="k-as-link" name="do" value={`${verb}:${row.id}`} aria-label={label}>
      {word}
    </button>
  );
  return (
    <div class="commons-row-head" id={`rad-${row.id}`}>
      <b>{name}</b>
      {editing.upstream !== null && origin !== undefined && <OriginMark origin={origin} />}
      {hidden && <span class="k-meta">{words.hidden}</span>}
      <span class="commons-row-steps">
        {rights.mayMove && at > 0 && step('up', words.rowUp, words.upRow(name))}
        {rights.mayMove && at < siblings.length - 1 && step('down', words.rowDown, words.downRow(name))}
        {rights.mayHide && !hidden && step('hide', words.rowHide, words.hideRow(name))}
        {hidden && (rights.mayHide || rights.own) && step('show', words.rowShow, words.showRow(name))}
        {rights.mayRemove && step('remove', words.rowRemove, words.removeRow(name))}
      </span>
    </div>
  );
}
