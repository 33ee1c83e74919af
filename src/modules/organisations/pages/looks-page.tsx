import type { VNode } from 'preact';
import type { Language } from '../../../platform/http/index.ts';
import {
  Actions,
  Alert,
  Button,
  ErrorSummary,
  ExampleNote,
  Form,
  PageHead,
  TextInput,
  type FieldProblem,
} from '../../../ui/index.ts';
import type { LooksForm, LooksProblem } from '../looks.ts';
import { texts } from '../texts/index.ts';
import { SettingsColumns } from './settings-columns.tsx';

export type LooksView = {
  readonly organisation: string;
  readonly language: Language;
  readonly action: string;
  readonly typed: LooksForm;
  readonly problems: readonly LooksProblem[];
  readonly saved: boolean;
  readonly example: boolean;
};

function messageOf(language: Language, problem: LooksProblem): string {
  const words = texts(language).looks;
  switch (problem.kind) {
    case 'not-a-colour':
      return words.badColour;
    case 'hard-to-read':
      return words.pale(problem.nearest);
    case 'not-a-phone':
      return words.badPhone;
    case 'not-an-email':
      return words.badEmail;
  }
}

/** The wanted colour and the nearest that can be read, side by side. */
function Swatches({ colours }: { readonly colours: readonly string[] }): VNode {
  return (
    <svg class="k-swatches" viewBox={`0 0 ${String(colours.length * 44 - 4)} 40`} aria-hidden="true">
      {colours.map((colour, index) => (
        <rect key={colour} x={index * 44} y="0" width="40" height="40" fill={colour} />
      ))}
    </svg>
  );
}

function nearestOf(problems: readonly LooksProblem[]): string | null {
  return problems.find((problem) => problem.kind === 'hard-to-read')?.nearest ?? null;
}

/** Where an organisation chooses its colour and says how it is reached. */
export function LooksPage({ view }: { readonly view: LooksView }): VNode {
  const { language, typed, problems } = view;
  const words = texts(language).looks;
  const found: readonly FieldProblem[] = problems.map((problem) => ({
    field: problem.field,
    message: messageOf(language, problem),
  }));
  const errorOf = (field: string) => {
    const error = found.find((one) => one.field === field)?.message;
    return error === undefined ? {} : { error };
  };
  const nearest = nearestOf(problems);
  const shown = [typed.colour, nearest ?? ''].filter((colour) => /^#[0-9a-f]{6}$/i.test(colour));
  return (
    <SettingsColumns organisation={view.organisation} current="looks">
      <ErrorSummary problems={found} />
      <PageHead title={words.title} lede={words.lede} />
      {view.saved ? <Alert tone="good" title={words.saved} /> : null}
      {view.example ? <ExampleNote>{words.example}</ExampleNote> : null}
      <Form action={view.action}>
        <TextInput
          name="colour"
          label={words.colour}
          help={words.colourHelp}
          value={typed.colour}
          width="medium"
          required
          {...errorOf('colour')}
        />
        {shown.length === 0 ? null : <Swatches colours={shown} />}
        {nearest === null ? null : (
          <Button kind="secondary" name="nearest" value={nearest}>
            {words.takeNearest(nearest)}
          </Button>
        )}
        <TextInput
          name="phone"
          label={words.phone}
          value={typed.phone}
          type="tel"
          width="long"
          {...errorOf('phone')}
        />
        <TextInput
          name="email"
          label={words.email}
          value={typed.email}
          type="email"
          width="full"
          {...errorOf('email')}
        />
        <Actions>
          <Button>{words.save}</Button>
        </Actions>
      </Form>
    </SettingsColumns>
  );
}
