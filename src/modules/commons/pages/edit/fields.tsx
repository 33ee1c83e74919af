import type { ComponentChildren, VNode } from 'preact';
import { isObject, type Json } from '../../../../kernel/index.ts';
import type { Language } from '../../../../platform/http/index.ts';
import {
  Checkbox,
  Checkboxes,
  FileInput,
  Radios,
  Select,
  TextInput,
  Textarea,
} from '../../../../ui/index.ts';
import type { EditorField, EditorOption, KnownKey } from '../../model/editor.ts';
import {
  allIn,
  controlName,
  fileName,
  linesIn,
  parameterName,
  shownName,
  textIn,
  type Typed,
} from '../../model/form-edit.ts';
import { editTexts } from '../../texts/edit.ts';
import { KeysField } from './keys.tsx';
import { asLines, asText, parameterOf, shownText } from './editing.ts';

export type Asked = {
  readonly field: EditorField;
  /** From the element whose form it is. */
  readonly at: string;
  readonly value: Json | undefined;
  /** What upstream has here, where ours differs. */
  readonly upstream: Json | undefined;
  readonly upstreamName: string;
  readonly typed: Typed | null;
  /** By path from the element. */
  readonly problems: ReadonlyMap<string, string>;
  readonly languages: readonly string[];
  readonly language: Language;
  readonly inWords: string | null;
  /** What a file is, to look at. */
  readonly shown: VNode | null;
  /** What a field of keys is chosen among. */
  readonly keys: readonly KnownKey[];
};

const inLanguage = (options: readonly EditorOption[], language: Language) =>
  options.map(({ value, label }) => ({ value, label: label[language] }));

type Note = { readonly help: string | undefined; readonly upstream: Json | undefined };

function note(asked: Asked, { help, upstream }: Note): ComponentChildren | undefined {
  const shared = upstream === undefined ? '' : asText(upstream);
  if (help === undefined && shared === '' && asked.inWords === null) return undefined;
  const words = editTexts(asked.language);
  return (
    <>
      {help}
      {asked.inWords !== null && <span class="commons-words">{words.inWords(asked.inWords)}</span>}
      {shared !== '' && (
        <span class="commons-shared">
          {words.upstream(asked.upstreamName)} <q class="k-serif">{shared}</q>
        </span>
      )}
    </>
  );
}

/** What is wrong, in the reader's words also where nothing is written yet. */
function faultOf({ problems, at, value, typed, language }: Asked): string | undefined {
  const fault = problems.get(at);
  return fault !== undefined && typed === null && value === undefined ? editTexts(language).fillIn : fault;
}

const questionOf = (asked: Asked) => ({
  name: controlName(asked.at),
  label: asked.field.label[asked.language],
  help: note(asked, { help: asked.field.help?.[asked.language], upstream: asked.upstream }),
  error: faultOf(asked),
  required: asked.field.required ?? false,
});

const inside = (value: Json | undefined, language: string): Json | undefined =>
  isObject(value) ? value[language] : undefined;

function differing(asked: Asked, language: string): Json | undefined {
  const shared = inside(asked.upstream, language);
  return shared === inside(asked.value, language) ? undefined : shared;
}

function Localised({ asked, rows }: { readonly asked: Asked; readonly rows: number }): VNode {
  const words = editTexts(asked.language);
  const { field, problems, typed } = asked;
  return (
    <div class="commons-pair">
      {asked.languages.map((code, index) => {
        const at = `${asked.at}/${code}`;
        const first = index === 0;
        const help = first ? field.help?.[asked.language] : undefined;
        const question = {
          name: controlName(at),
          label: `${field.label[asked.language]} (${words.languages[code] ?? code})`,
          help: note(asked, { help, upstream: differing(asked, code) }),
          error: problems.get(at) ?? (first ? problems.get(asked.at) : undefined),
          required: (field.required ?? false) && first,
          value: shownText(typed, at, inside(asked.value, code)),
        };
        return rows === 1 ? (
          <TextInput key={code} {...question} width="full" />
        ) : (
          <Textarea key={code} {...question} rows={rows} reads />
        );
      })}
    </div>
  );
}

function Limit({ asked }: { readonly asked: Asked }): VNode {
  const { field, at, value, typed, language } = asked;
  const words = editTexts(language);
  if (field.input.type !== 'limit') throw new TypeError('not a limit');
  const days = field.input.of === 'days' && isObject(value) ? value['days'] : undefined;
  const own = parameterOf(value) === '' ? (days ?? value) : undefined;
  return (
    <div class="commons-pair">
      <TextInput
        {...questionOf(asked)}
        width={field.input.of === 'day' ? 'medium' : 'short'}
        value={shownText(typed, at, own)}
      />
      {field.input.parameters.length > 0 && (
        <Select
          name={parameterName(at)}
          label={words.fromParameter}
          options={inLanguage(field.input.parameters, language)}
          empty={words.fixedValue}
          value={typed === null ? parameterOf(value) : textIn(typed, parameterName(at))}
        />
      )}
    </div>
  );
}

/** Which file it is goes along with the form, so that one that was received is not asked for again; none yet is no fault. */
function OneFile({ asked, accept }: { readonly asked: Asked; readonly accept: string }): VNode {
  const { at, value, typed, field, language } = asked;
  const question = questionOf({ ...asked, upstream: undefined });
  const notYet = typed === null && shownText(typed, at, value) === '';
  return (
    <div class="commons-file">
      <input type="hidden" name={question.name} value={shownText(typed, at, value)} />
      {asked.shown}
      <FileInput
        {...question}
        error={notYet ? undefined : question.error}
        id={question.name}
        name={fileName(at)}
        label={field.label[language]}
        accept={accept}
      />
    </div>
  );
}

function Control({ asked }: { readonly asked: Asked }): VNode {
  const { field, at, value, typed, language } = asked;
  const { input } = field;
  const words = editTexts(language);
  const question = questionOf(asked);
  const text = shownText(typed, at, value);
  switch (input.type) {
    case 'localised':
      return <Localised asked={asked} rows={input.rows} />;
    case 'limit':
      return <Limit asked={asked} />;
    case 'text':
      return <TextInput {...question} value={text} width="long" />;
    case 'number':
      return <TextInput {...question} value={text} width="short" mode="decimal" />;
    case 'condition':
      return <Textarea {...question} value={text} rows={2} />;
    case 'keys':
      return (
        <KeysField
          question={question}
          input={input}
          value={typed === null ? linesIn([asLines(value)]) : linesIn(allIn(typed, question.name))}
          known={asked.keys}
          language={language}
        />
      );
    case 'json':
      return <Textarea {...question} value={text} rows={6} />;
    case 'kept':
      return <input type="hidden" name={question.name} value={text} />;
    case 'file':
      return <OneFile asked={asked} accept={input.accept} />;
    case 'choice':
      return (
        <Select
          {...question}
          options={inLanguage(input.options, language)}
          value={text}
          {...(input.empty === null ? {} : { empty: input.empty[language] })}
        />
      );
    case 'yes-no': {
      const checked = typed === null ? (value ?? input.absent) === true : text !== '';
      return <Checkbox name={question.name} label={question.label} checked={checked} />;
    }
    case 'set': {
      const values =
        typed === null
          ? (Array.isArray(value) ? value : []).filter((one) => typeof one === 'string')
          : allIn(typed, question.name);
      return (
        <div class="commons-set">
          <Checkboxes {...question} options={inLanguage(input.options, language)} values={values} />
        </div>
      );
    }
    case 'value':
      return input.yesNo ? (
        <Radios
          {...question}
          value={text}
          options={[
            { value: 'true', label: words.yes },
            { value: 'false', label: words.no },
            { value: '', label: words.noValue },
          ]}
        />
      ) : (
        <TextInput {...question} value={text} width={input.numeric ? 'short' : 'long'} />
      );
  }
}

/** One property of an element as the designer sets it. */
export function EditField({ asked }: { readonly asked: Asked }): VNode {
  return (
    <>
      <input type="hidden" name={shownName} value={asked.at} />
      <Control asked={asked} />
    </>
  );
}
