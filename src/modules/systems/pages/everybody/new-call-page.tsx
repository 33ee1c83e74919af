import type { VNode } from 'preact';
import {
  Button,
  Checkboxes,
  DateInput,
  ErrorSummary,
  Form,
  PageHead,
  Stack,
  Textarea,
  TextInput,
  type Crumb,
  type Option,
  type TypedDate,
} from '../../../../ui/index.ts';
import type { EverybodyTexts } from '../../texts/everybody.ts';

export type CallField = 'titel' | 'text' | 'svara' | 'med' | 'namn';

export type NewCallView = {
  readonly words: EverybodyTexts;
  readonly trail: readonly Crumb[];
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly title: string;
  readonly text: string;
  readonly answerBy: TypedDate;
  readonly suggested: readonly Option[];
  readonly invited: readonly string[];
  readonly names: string;
  readonly problems: ReadonlyMap<CallField, string>;
};

/** Who is called to join in what, and by when they answer. */
export function NewCallPage(view: NewCallView): VNode {
  const { make } = view.words.calls;
  const { problems } = view;
  const errorOf = (field: CallField) => {
    const error = problems.get(field);
    return error === undefined ? {} : { error };
  };
  return (
    <Stack>
      <ErrorSummary problems={[...problems].map(([field, message]) => ({ field, message }))} />
      <PageHead title={make.title} trail={view.trail} summary={make.summary} ruled />
      <Form action={view.action} hidden={view.hidden}>
        <TextInput
          name="titel"
          label={make.name}
          value={view.title}
          maxLength={200}
          required
          {...errorOf('titel')}
        />
        <Textarea
          name="text"
          label={make.text}
          help={make.textHelp}
          value={view.text}
          maxLength={4000}
          required
          {...errorOf('text')}
        />
        <DateInput name="svara" label={make.answerBy} value={view.answerBy} required {...errorOf('svara')} />
        {view.suggested.length === 0 ? null : (
          <Checkboxes
            name="med"
            label={make.invite}
            help={make.inviteHelp}
            options={view.suggested}
            values={view.invited}
            required
            {...errorOf('med')}
          />
        )}
        <TextInput
          name="namn"
          label={view.suggested.length === 0 ? make.invite : make.others}
          help={make.othersHelp}
          value={view.names}
          required={view.suggested.length === 0}
          {...errorOf('namn')}
        />
        <Button>{make.send}</Button>
      </Form>
    </Stack>
  );
}
