import type { VNode } from 'preact';
import {
  Checkboxes,
  DateInput,
  Details,
  Select,
  TextInput,
  Textarea,
  type Option,
} from '../../../../ui/index.ts';
import type { Field } from '../../model/field.ts';
import type { FieldId } from '../../model/fields.ts';
import type { TypedValue } from '../../landscape/typed.ts';

/** A field of the form with what stands in it. */
export type Input = {
  readonly id: FieldId;
  readonly field: Field;
  readonly name: string;
  readonly hint: string;
  readonly typed: TypedValue;
  readonly error: string | undefined;
  /** Of a choice, or the names that can be chosen, under headings where there are many. */
  readonly groups: readonly { readonly title: string; readonly options: readonly Option[] }[];
  /** "Vet inte" */
  readonly unknown: string;
  readonly lines: string;
};

const many = 1000;

/** The control that fits a field of the table. The field's id is the control's, so that links lead to it. */
export function FieldInput(input: Input): VNode {
  const { id, field, name, hint, typed, error, unknown } = input;
  const asked = { name: id, label: name, help: hint, error, optional: '' } as const;
  const text = typeof typed === 'string' ? typed : typed.join('\n');
  const options = input.groups.flatMap((group) => group.options);
  switch (field.type) {
    case 'text':
      return field.longest >= many ? (
        <Textarea {...asked} rows={3} value={text} maxLength={field.longest} />
      ) : (
        <TextInput
          {...asked}
          type={id === 'contactEmail' ? 'email' : 'text'}
          value={text}
          maxLength={field.longest}
          width="long"
        />
      );
    case 'day':
      return <DateInput {...asked} value={partsOf(text)} />;
    case 'whole':
      return field.most - field.least <= 5 ? (
        <Select
          {...asked}
          options={Array.from({ length: field.most - field.least + 1 }, (_, at) => {
            const value = String(field.least + at);
            return { value, label: value };
          })}
          value={text}
          empty={unknown}
        />
      ) : (
        <TextInput {...asked} mode="numeric" value={text} width="medium" />
      );
    case 'choice':
      return <Select {...asked} options={options} value={text} empty={unknown} />;
    case 'choices':
      return <Checkboxes {...asked} options={options} values={listOf(typed)} />;
    case 'texts':
      return <Textarea {...asked} help={`${hint} ${input.lines}`} rows={3} value={text} />;
    case 'name':
      return <TextInput {...asked} value={text} width="long" />;
    case 'names':
      return <Names input={input} />;
  }
}

const listOf = (typed: TypedValue): readonly string[] => (typeof typed === 'string' ? [typed] : typed);

/** "3" of "03", so that it stands as people write it. */
function partsOf(text: string): { readonly day: string; readonly month: string; readonly year: string } {
  const [year = '', month = '', day = ''] = text.split('-');
  return { year, month: month.replace(/^0/u, ''), day: day.replace(/^0/u, '') };
}

/** Few as boxes; many under their headings, those open where something is chosen. */
function Names({ input }: { readonly input: Input }): VNode {
  const { id, name, hint, error, groups } = input;
  const chosen = listOf(input.typed);
  const [only] = groups;
  if (groups.length === 1 && only !== undefined) {
    return (
      <Checkboxes
        name={id}
        label={name}
        help={hint}
        error={error}
        options={only.options}
        values={chosen}
        optional=""
      />
    );
  }
  return (
    <fieldset class="k-group systems-names" id={id}>
      <legend class="k-question">{name}</legend>
      <div class="k-help">{hint}</div>
      {error === undefined ? null : <p class="k-error">{error}</p>}
      {groups.map((group, at) => {
        const count = group.options.filter(({ value }) => chosen.includes(value)).length;
        return (
          <Details
            key={group.title}
            summary={count === 0 ? group.title : `${group.title} (${count})`}
            open={count > 0}
          >
            <Checkboxes
              name={id}
              id={`${id}-${at}`}
              label={group.title}
              hiddenLabel
              options={group.options}
              values={chosen}
              optional=""
            />
          </Details>
        );
      })}
    </fieldset>
  );
}
