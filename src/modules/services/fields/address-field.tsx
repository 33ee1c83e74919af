import type { VNode } from 'preact';
import { TextInput } from '../../../ui/index.ts';
import { inputName } from '../definition/index.ts';
import { valueOf } from './asking.ts';
import type { FieldOf, FieldProps } from './question.ts';
import { questionOf } from './question.ts';

const parts = [
  { part: 'street', autocomplete: 'street-address', width: 'full' },
  { part: 'postalCode', autocomplete: 'postal-code', width: 'short', mode: 'numeric' },
  { part: 'town', autocomplete: 'address-level2', width: 'long' },
] as const;

/** A postal address in Sweden as text: street, postal code and town, in one named group. */
export function AddressField(props: FieldProps<FieldOf<'address'>>): VNode {
  const { field, name, asking } = props;
  const { label, help, error } = { help: undefined, ...questionOf(props) };
  const about = help === undefined ? undefined : `${name}-help`;
  return (
    <fieldset
      class="k-group"
      id={name}
      data-invalid={error === undefined ? undefined : true}
      aria-describedby={about}
    >
      <legend class="k-question">{label}</legend>
      {help === undefined ? null : (
        <div class="k-help" id={about}>
          {help}
        </div>
      )}
      <div class="sv-parts">
        {parts.map(({ part, ...input }) => (
          <TextInput
            key={part}
            name={inputName(name, part)}
            label={asking.words.draft.address[part]}
            required={field.required}
            value={valueOf(asking, inputName(name, part))}
            error={asking.problems.get(inputName(name, part)) ?? (part === 'street' ? error : undefined)}
            {...input}
          />
        ))}
      </div>
    </fieldset>
  );
}
