import type { VNode } from 'preact';
import type { Language } from '../../../../platform/http/index.ts';
import {
  Actions,
  Alert,
  Button,
  ErrorSummary,
  Form,
  Link,
  PageHead,
  Section,
  TextInput,
  type Crumb,
} from '../../../../ui/index.ts';
import { editorScript } from '../../island/index.ts';
import type { Area } from '../../media/picture/area.ts';
import { areaNames, labelName, type Corner, type TypedArea } from '../../studio/picture/pick.ts';
import { languageWords } from '../../studio/words.ts';
import type { PictureTexts } from '../../texts/picture.ts';
import { Picker } from './picker.tsx';

export type PictureView = {
  readonly words: PictureTexts;
  readonly language: Language;
  /** Of the guide. */
  readonly languages: readonly string[];
  readonly trail: readonly Crumb[];
  readonly action: string;
  readonly back: string;
  readonly block: string;
  readonly revision: number | null;
  readonly source: string;
  readonly alt: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly marks: readonly { readonly id: string; readonly area: Area; readonly name: string }[];
  readonly earlier: readonly { readonly hash: string; readonly source: string }[];
  /** The first of two corners. */
  readonly corner: Corner | null;
  readonly typed: TypedArea;
  readonly labels: Readonly<Record<string, string>>;
  /** By name of the field; '' for the page as a whole. */
  readonly problems: ReadonlyMap<string, string>;
  readonly done: string | null;
};

const hiddenOf = ({ block, revision }: PictureView) => ({
  element: block,
  ...(revision === null ? {} : { revision }),
});

function Numbers({ view }: { readonly view: PictureView }): VNode {
  const { words, typed, problems } = view;
  const fields = [
    ['x', words.x],
    ['y', words.y],
    ['width', words.width],
    ['height', words.height],
  ] as const;
  return (
    <fieldset class="guides-numbers">
      <legend class="k-question">{words.numbers}</legend>
      {fields.map(([key, label]) => (
        <TextInput
          key={key}
          name={areaNames[key]}
          label={label}
          required
          width="short"
          mode="decimal"
          unit={words.percent}
          value={typed[key]}
          error={problems.get(areaNames[key])}
        />
      ))}
    </fieldset>
  );
}

type Act = { readonly act: string; readonly title: string; readonly what: string };

const ActButton = ({ act, title, what }: Act): VNode => (
  <div class="guides-act">
    <Button kind="secondary" name="do" value={act}>
      {title}
    </Button>
    <p class="k-meta">{what}</p>
  </div>
);

function Acts({ view }: { readonly view: PictureView }): VNode {
  const { words, language, languages, labels, problems } = view;
  return (
    <Form action={view.action} hidden={hiddenOf(view)} id="valj-form">
      <Numbers view={view} />
      <Actions>
        <Button kind="secondary" name="do" value="show">
          {words.show}
        </Button>
      </Actions>
      <h2>{words.act}</h2>
      <div class="guides-acts">
        <ActButton act="crop" title={words.crop} what={words.cropWhat} />
        <ActButton act="blur" title={words.blur} what={words.blurWhat} />
      </div>
      <div class="guides-mark-form">
        {languages.map((code, index) => (
          <TextInput
            key={code}
            name={labelName(code)}
            label={`${words.markLabel} (${languageWords(code)[language]})`}
            required={index === 0}
            width="full"
            maxLength={100}
            value={labels[code]}
            error={problems.get(labelName(code))}
          />
        ))}
        <ActButton act="mark" title={words.mark} what={words.markWhat} />
      </div>
    </Form>
  );
}

function Marks({ view }: { readonly view: PictureView }): VNode | null {
  const { words, marks } = view;
  if (marks.length === 0) return null;
  return (
    <Section title={words.marks}>
      <Form action={view.action} hidden={hiddenOf(view)} class="k-form-tight">
        <ol class="guides-mark-list">
          {marks.map(({ id, name }) => (
            <li key={id}>
              {name}{' '}
              <button class="k-as-link" name="do" value={`remove:${id}`} aria-label={words.removeMark(name)}>
                {words.remove}
              </button>
            </li>
          ))}
        </ol>
      </Form>
    </Section>
  );
}

function Earlier({ view }: { readonly view: PictureView }): VNode | null {
  const { words, earlier } = view;
  if (earlier.length === 0) return null;
  return (
    <Section title={words.earlier}>
      <p class="k-meta">{words.earlierWhat}</p>
      <Form action={view.action} hidden={hiddenOf(view)} class="guides-earlier">
        {earlier.map(({ hash, source }, index) => (
          <div key={hash} class="guides-act">
            <img src={source} alt={words.earlierAlt(index + 1)} loading="lazy" />
            <Button
              kind="secondary"
              name="do"
              value={`back:${hash}`}
              label={`${words.takeBack}: ${words.earlierAlt(index + 1)}`}
            >
              {words.takeBack}
            </Button>
          </div>
        ))}
      </Form>
    </Section>
  );
}

/** One picture of a draft: choose a part of it, by hand or by numbers, and what is to happen with it. */
export function PicturePage(view: PictureView): VNode {
  const { words, problems, done } = view;
  const general = problems.get('');
  return (
    <div class="guides-studio">
      <ErrorSummary
        problems={[...problems]
          .filter(([field]) => field !== '')
          .map(([field, message]) => ({ field, message }))}
      />
      <PageHead title={words.title} trail={view.trail} summary={words.lede} />
      {general === undefined ? null : <Alert tone="warning" title={general} />}
      {done === null ? null : <Alert tone="good" title={done} />}
      <Section title={words.pick}>
        <Picker view={view} />
      </Section>
      <Acts view={view} />
      <Marks view={view} />
      <Earlier view={view} />
      <p>
        <Link to={view.back}>{words.back}</Link>
      </p>
      <script type="module" src={editorScript.path} />
    </div>
  );
}
