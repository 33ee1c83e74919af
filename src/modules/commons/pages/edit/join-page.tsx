import type { VNode } from 'preact';
import { equal } from '../../../../kernel/index.ts';
import type { Language } from '../../../../platform/http/index.ts';
import { Actions, Alert, Button, Form, Link, PageHead, Radios, Section } from '../../../../ui/index.ts';
import type { Typed } from '../../model/form-edit.ts';
import { textIn } from '../../model/form-edit.ts';
import type { OpenConflict } from '../../model/update.ts';
import { editTexts } from '../../texts/edit.ts';
import { readable } from '../update/contents.ts';

export type JoinView = {
  readonly title: string;
  readonly lede: string;
  readonly trail: readonly { readonly title: string; readonly to?: string }[];
  readonly theirs: { readonly title: string; readonly sentences: readonly string[] };
  readonly mine: { readonly title: string; readonly sentences: readonly string[] };
  readonly takeMine: string;
  readonly takeTheirs: string;
  readonly conflicts: readonly OpenConflict[];
  readonly action: string;
  /** Everything that was sent, so that nothing typed is lost. */
  readonly typed: Typed;
  readonly hidden: Readonly<Record<string, string | number>>;
  /** Where to go to leave it. */
  readonly leave: string;
  readonly asked: boolean;
  readonly language: Language;
};

const answerName = (conflict: string): string => `a:${conflict}`;

function Choice({ view, one }: { readonly view: JoinView; readonly one: OpenConflict }): VNode {
  const { language } = view;
  const words = editTexts(language).stale;
  const { ours, theirs, suggestion } = one.conflict;
  const text = (value: typeof ours): string =>
    value === undefined ? words.removed : readable(value, language);
  const name = answerName(one.id);
  const chosen = textIn(view.typed, name);
  return (
    <Radios
      name={name}
      label={one.sentence}
      required
      value={chosen}
      error={view.asked && chosen === '' ? words.again : undefined}
      options={[
        ...(suggestion.value === undefined || [ours, theirs].some((side) => equal(side, suggestion.value))
          ? []
          : [
              {
                value: 'suggestion',
                label: words.takeSuggestion,
                help: readable(suggestion.value, language),
              },
            ]),
        { value: 'ours', label: view.takeMine, help: text(ours) },
        { value: 'theirs', label: view.takeTheirs, help: text(theirs) },
      ]}
    />
  );
}

function Sentences({ title, sentences }: JoinView['mine']): VNode | null {
  if (sentences.length === 0) return null;
  return (
    <Section title={title}>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Section>
  );
}

const isOwn = (name: string, hidden: JoinView['hidden']): boolean =>
  !name.startsWith('a:') && !Object.hasOwn(hidden, name);

/** Two have changed one draft: both shown, joined where they fit, chosen where they do not. */
export function JoinPage({ view }: { readonly view: JoinView }): VNode {
  const { language, conflicts, typed } = view;
  const words = editTexts(language).stale;
  const kept = Object.entries(typed)
    .filter(([name]) => isOwn(name, view.hidden))
    .flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : value).map((one) => [name, one] as const),
    );
  return (
    <div class="commons-join">
      <PageHead title={view.title} lede={view.lede} trail={view.trail} />
      <Sentences {...view.theirs} />
      <Sentences {...view.mine} />
      <Form action={view.action} hidden={view.hidden} class="commons-join-form">
        {kept.map(([name, value], index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        {conflicts.length === 0 ? (
          <Alert tone="good" title={words.clean} />
        ) : (
          <Section title={words.choose}>
            <div class="commons-join-form">
              {conflicts.map((one) => (
                <Choice key={one.id} view={view} one={one} />
              ))}
            </div>
          </Section>
        )}
        <Actions>
          <Button>{conflicts.length === 0 ? words.saveBoth : words.save}</Button>
          <Link to={view.leave}>{words.drop}</Link>
        </Actions>
      </Form>
    </div>
  );
}
