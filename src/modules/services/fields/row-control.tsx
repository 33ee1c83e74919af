import type { VNode } from 'preact';
import { Alert, Prose, Radios, TextInput, Textarea } from '../../../ui/index.ts';
import { AddressField } from './address-field.tsx';
import type { Asking } from './asking.ts';
import { valueOf } from './asking.ts';
import { ChoiceField, ChoicesField } from './choice-fields.tsx';
import { DateField } from './date-field.tsx';
import { FileField } from './file-field.tsx';
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
      return <DateField field={field} name={name} asking={asking} />;
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
      return <FileField field={field} name={name} asking={asking} />;
    case 'address':
      return <AddressField field={field} name={name} asking={asking} />;
    case 'information':
      return field.text === null ? null : (
        <div id={name}>
          <Prose shared text={asking.say(field.text)} />
        </div>
      );
    case 'unsupported':
      return asking.readOnly ? (
        <Alert tone="warning" level={3} title={asking.words.draft.unsupported} />
      ) : null;
  }
}

const yesNo = (asking: Asking) => [
  { value: 'true', label: asking.words.draft.yes },
  { value: 'false', label: asking.words.draft.no },
];
