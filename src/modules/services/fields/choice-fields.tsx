import type { VNode } from 'preact';
import { Checkboxes, Radios, Select } from '../../../ui/index.ts';
import type { Option } from '../definition/index.ts';
import { valuesOf } from '../drafts/form.ts';
import type { Asking } from './asking.ts';
import { valueOf } from './asking.ts';
import type { FieldOf, FieldProps } from './question.ts';
import { questionOf } from './question.ts';

/** Above this, a list to open is quicker than a column of radio buttons. */
const mostRadios = 10;

const optionsOf = (options: readonly Option[], asking: Asking) =>
  options
    .filter((option) => !option.hidden)
    .map((option) => ({
      value: option.id,
      label: asking.say(option.label),
      ...(option.help === null ? {} : { help: asking.say(option.help) }),
    }));

export function ChoiceField(props: FieldProps<FieldOf<'choice'>>): VNode {
  const { field, name, asking } = props;
  const question = questionOf(props);
  const options = optionsOf(field.options, asking);
  const value = valueOf(asking, name);
  return options.length > mostRadios ? (
    <Select {...question} options={options} value={value} empty={asking.words.draft.chooseOne} />
  ) : (
    <Radios {...question} options={options} value={value} />
  );
}

export function ChoicesField(props: FieldProps<FieldOf<'choices'>>): VNode {
  const { field, name, asking } = props;
  const question = { help: asking.words.draft.chooseMany, ...questionOf(props) };
  return (
    <Checkboxes
      {...question}
      options={optionsOf(field.options, asking)}
      values={valuesOf(asking.form, name)}
    />
  );
}
