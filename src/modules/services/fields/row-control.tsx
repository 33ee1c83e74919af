import type { VNode } from 'preact';
import { Alert, DateInput, FileInput, Prose, Radios, TextInput, Textarea } from '../../../ui/index.ts';
import { inputName } from '../definition/index.ts';
import { goName, writeGo } from '../drafts/form.ts';
import { AddressField } from './address-field.tsx';
import type { Asking } from './asking.ts';
import { filesAt, valueOf } from './asking.ts';
import { ChoiceField, ChoicesField } from './choice-fields.tsx';
import { acceptOf, fileHelp, fileNote } from './files.ts';
import { keyboards } from './keyboards.ts';
import type { FieldProps } from './question.ts';
import { questionOf } from './question.ts';

/** The control of one question, at a page's top or inside a row. */
export function RowControl({ field, name, asking }: FieldProps): VNode | null {
  const question = questionOf({ field, name, asking });
  const value = valueOf(asking, name);
  switch (field.type) {
    case 'short-text':
      return (
        <TextInput {...question} value={value} maxLength={field.maxLength} {...keyboards.shortText(field)} />
      );
    case 'long-text':
      return <Textarea {...question} value={value} maxLength={field.maxLength} rows={5} />;
    case 'number':
      return (
        <TextInput
          {...question}
          value={value}
          mode={field.decimals > 0 ? 'decimal' : 'numeric'}
          width="short"
          {...(field.unit === null ? {} : { unit: asking.say(field.unit) })}
        />
      );
    case 'date':
      return <DateInput {...question} value={typedDate(asking, name)} />;
    case 'yes-no':
      return <Radios {...question} value={value} options={yesNo(asking)} />;
    case 'choice':
      return <ChoiceField field={field} name={name} asking={asking} />;
    case 'choices':
      return <ChoicesField field={field} name={name} asking={asking} />;
    case 'email':
      return <TextInput {...question} value={value} {...keyboards.email} />;
    case 'phone':
      return <TextInput {...question} value={value} {...keyboards.phone} />;
    case 'personal-number':
      return <TextInput {...question} value={value} mode="numeric" width="medium" />;
    case 'file':
      return (
        <FileInput
          {...question}
          help={fileHelp(field, asking)}
          accept={acceptOf(field)}
          several={field.maxFiles > 1}
          files={filesAt(asking, name).map((file) => ({
            id: writeGo({ kind: 'remove-file', input: name, file: file.id }),
            name: file.name,
            note: fileNote(file, asking.language),
          }))}
          {...(asking.readOnly ? {} : { remove: goName })}
        />
      );
    case 'address':
      return <AddressField field={field} name={name} asking={asking} />;
    case 'information':
      return field.text === null ? null : <Prose markdown={asking.say(field.text)} />;
    case 'unsupported':
      return asking.readOnly ? <Alert kind="warning">{asking.words.draft.unsupported}</Alert> : null;
  }
}

const yesNo = (asking: Asking) => [
  { value: 'yes', label: asking.words.draft.yes },
  { value: 'no', label: asking.words.draft.no },
];

const typedDate = (asking: Asking, name: string) => ({
  day: valueOf(asking, inputName(name, 'day')) ?? '',
  month: valueOf(asking, inputName(name, 'month')) ?? '',
  year: valueOf(asking, inputName(name, 'year')) ?? '',
});
