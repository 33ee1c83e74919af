import type { VNode } from 'preact';
import { Button, FileInput } from '../../../ui/index.ts';
import { acceptAttribute } from '../definition/index.ts';
import { goName, writeGo } from '../drafts/form.ts';
import { filesAt } from './asking.ts';
import { fileHelp, fileNote } from './files.ts';
import type { FieldOf, FieldProps } from './question.ts';
import { questionOf } from './question.ts';

/** Files to choose and those that are stored. Where there may be several, they can be sent up a few at a time. */
export function FileField(props: FieldProps<FieldOf<'file'>>): VNode {
  const { field, name, asking } = props;
  const stored = filesAt(asking, name);
  const input = (
    <FileInput
      {...questionOf(props)}
      help={fileHelp(field, asking)}
      accept={acceptAttribute(field.accept)}
      several={field.maxFiles > 1}
      files={stored.map((file) => ({
        id: writeGo({ kind: 'remove-file', input: name, file: file.id }),
        name: file.name,
        note: fileNote(file, asking.language),
      }))}
      {...(asking.readOnly ? {} : { remove: goName })}
    />
  );
  if (asking.readOnly || stored.length + 1 >= field.maxFiles) return input;
  return (
    <div class="sv-files">
      {input}
      <Button kind="secondary" name={goName} value={writeGo({ kind: 'upload', input: name })} unchecked>
        {asking.words.draft.file.upload}
      </Button>
    </div>
  );
}
