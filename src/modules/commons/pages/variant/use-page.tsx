import type { VNode } from 'preact';
import {
  Alert,
  Button,
  Checkbox,
  DateInput,
  ErrorSummary,
  Form,
  PageHead,
  SavedNote,
  Section,
  type Crumb,
  type TypedDate,
} from '../../../../ui/index.ts';
import type { UseTexts } from '../../texts/use.ts';

export type UseView = {
  readonly words: UseTexts;
  readonly title: string;
  readonly trail: readonly Crumb[];
  readonly number: number;
  /** Who wrote the newest version, and when. */
  readonly what: string;
  /** Null when the newest version runs. */
  readonly useTo: string | null;
  /** Whether the reader wrote it and four eyes are asked for. */
  readonly own: boolean;
  readonly plan: { readonly text: string; readonly failed: boolean; readonly dropTo: string } | null;
  readonly planTo: string;
  readonly typed: TypedDate;
  readonly problem: string | null;
  readonly fourEyes: boolean;
  /** Where the rule is set; null for those who only read it. */
  readonly eyesTo: string | null;
  readonly saved: boolean;
};

/** When the newest version goes into use, and who may take it there. */
export function UsePage(view: UseView): VNode {
  const { words, problem } = view;
  return (
    <div class="commons-edit">
      <ErrorSummary problems={problem === null ? [] : [{ field: 'dag', message: problem }]} />
      <PageHead title={view.title} trail={view.trail} summary={view.what} />
      {view.saved ? <SavedNote saved={words.saved} /> : null}
      {view.plan === null ? null : <Planned view={view} plan={view.plan} />}
      {view.useTo === null ? <p>{words.running(view.number)}</p> : <Ways view={view} to={view.useTo} />}
      <Section title={words.eyes}>
        {view.eyesTo === null ? (
          <p>{view.fourEyes ? words.eyesOn : words.eyesOff}</p>
        ) : (
          <Form action={view.eyesTo}>
            <Checkbox
              name="fyra-ogon"
              value="ja"
              label={words.eyesLabel}
              help={words.eyesHelp}
              checked={view.fourEyes}
            />
            <Button kind="secondary">{words.eyesButton}</Button>
          </Form>
        )}
      </Section>
    </div>
  );
}

type PlanProps = { readonly view: UseView; readonly plan: NonNullable<UseView['plan']> };

function Planned({ view, plan }: PlanProps): VNode {
  return (
    <Alert tone={plan.failed ? 'warning' : 'info'} title={plan.text}>
      <Form action={plan.dropTo}>
        <Button kind="secondary">{view.words.drop}</Button>
      </Form>
    </Alert>
  );
}

function Ways({ view, to }: { readonly view: UseView; readonly to: string }): VNode {
  const { words } = view;
  if (view.own) return <Alert tone="info" title={words.ownVersion} />;
  return (
    <>
      <Section title={words.now}>
        <p>{words.nowWhat}</p>
        <Form action={to}>
          <Button>{words.nowButton(view.number)}</Button>
        </Form>
      </Section>
      <Section title={words.later}>
        <p>{words.laterWhat}</p>
        <Form action={view.planTo} hidden={{ number: view.number }}>
          <DateInput
            name="dag"
            label={words.day}
            value={view.typed}
            required
            {...(view.problem === null ? {} : { error: view.problem })}
          />
          <Button kind="secondary">{words.laterButton}</Button>
        </Form>
      </Section>
    </>
  );
}
