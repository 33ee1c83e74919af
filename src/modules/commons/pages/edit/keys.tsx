import type { VNode } from 'preact';
import type { Language } from '../../../../platform/http/index.ts';
import { Checkboxes, Select, Textarea } from '../../../../ui/index.ts';
import type { EditorInput, KnownKey } from '../../model/editor.ts';

type Props = {
  readonly question: {
    readonly name: string;
    readonly label: string;
    readonly help: Parameters<typeof Checkboxes>[0]['help'];
    readonly error: string | undefined;
  };
  readonly input: Extract<EditorInput, { type: 'keys' }>;
  readonly value: readonly string[];
  readonly known: readonly KnownKey[];
  readonly language: Language;
};

/**
 * Keys that are known stand by name, to be ticked off; one more is chosen in a list, and others are written. All three
 * send the same name.
 */
export function KeysField({ question, input, value, known, language }: Props): VNode {
  const { name, label, help, error } = question;
  const titles = new Map(known.map((one) => [one.value, one]));
  const chosen = value.flatMap((key) => titles.get(key) ?? []);
  const others = value.filter((key) => !titles.has(key));
  const left = known.filter((one) => !value.includes(one.value));
  const groups = [...Map.groupBy(left, ({ group }) => group)];
  return (
    <>
      {chosen.length > 0 && (
        <Checkboxes
          name={name}
          id={`${name}-chosen`}
          label={label}
          options={chosen.map((one) => ({ value: one.value, label: one.title, help: one.group }))}
          values={value}
        />
      )}
      {left.length > 0 && (
        <Select
          name={name}
          id={`${name}-more`}
          label={chosen.length > 0 ? input.more[language] : label}
          {...(chosen.length > 0 || help === undefined ? {} : { help })}
          empty={input.choose[language]}
          groups={groups.map(([title, keys]) => ({
            title,
            options: keys.map((one) => ({ value: one.value, label: one.title })),
          }))}
        />
      )}
      <Textarea
        name={name}
        label={input.others[language]}
        help={input.othersHelp[language]}
        error={error}
        rows={2}
        value={others.join('\n')}
      />
    </>
  );
}
