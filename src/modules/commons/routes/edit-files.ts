import type { Context, LargeFile, UploadedFile } from '../../../platform/http/index.ts';
import { plainEditor } from '../model/editor.ts';
import { controlName, fileName, type Typed } from '../model/form-edit.ts';
import type { OutlineNode } from '../model/outline.ts';
import { atOf, formFields, type Editing } from '../pages/edit/editing.ts';

type Sent = {
  readonly editing: Editing;
  readonly node: OutlineNode;
  readonly typed: Typed;
  readonly files: readonly (UploadedFile | LargeFile)[];
};

type Received = {
  /** What was typed, with what the files that were received say. */
  readonly typed: Typed;
  /** Why files were not received, by path from the element. */
  readonly problems: ReadonlyMap<string, string>;
};

/** Has the kind receive the files of a form: from then on the form says which they are, whatever else is wrong. */
export async function takeFiles(context: Context, { editing, node, typed, files }: Sent): Promise<Received> {
  const editor = editing.kind.editor ?? plainEditor;
  const values: Record<string, string> = {};
  const problems = new Map<string, string>();
  for (const { at, field, owner } of formFields(editor, node)) {
    const file = files.find((one) => one.field === fileName(at));
    if (field.input.type !== 'file' || file === undefined || editor.files === undefined) continue;
    const received = await editor.files.receive(context, { ...atOf(editing), at: owner, property: at, file });
    if (!received.ok) problems.set(at, received.message);
    else
      for (const [property, value] of Object.entries(received.values)) values[controlName(property)] = value;
  }
  return { typed: { ...typed, ...values }, problems };
}
