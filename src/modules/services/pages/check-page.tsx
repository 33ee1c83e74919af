import type { VNode } from 'preact';
import { Actions, Answers, Button, ButtonLink, Form, Link, Prose } from '../../../ui/index.ts';
import type { StepFrame } from './step-page.tsx';
import { StepLayout } from './step-page.tsx';

export type CheckSection = {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    readonly value: string;
    readonly to: string;
  }[];
};

export type CheckView = StepFrame & {
  readonly title: string;
  /** What the service itself says here, such as what one certifies by sending. */
  readonly text: string | null;
  readonly sections: readonly CheckSection[];
  readonly sendTo: string;
  readonly backTo: string | null;
  readonly leaveTo: string;
};

/** Everything that was answered, to read through and change before it is sent. */
export function CheckPage(view: CheckView): VNode {
  const { words } = view;
  return (
    <StepLayout frame={view}>
      <div class="sv-step">
        <h1>{view.title}</h1>
        {view.text === null ? <p class="k-lede">{words.check.lede}</p> : <Prose shared text={view.text} />}
        {view.sections.map((section) => (
          <Section key={section.id} section={section} view={view} />
        ))}
        <Form action={view.sendTo} class="sv-end">
          <p class="k-meta">{words.check.sendNote}</p>
          <Actions>
            <Button>{words.check.send}</Button>
            {view.backTo === null ? null : (
              <ButtonLink to={view.backTo} kind="secondary">
                {words.draft.back}
              </ButtonLink>
            )}
            <Link to={view.leaveTo}>{words.draft.saveAndLeave}</Link>
          </Actions>
        </Form>
      </div>
    </StepLayout>
  );
}

function Section({ section, view }: { readonly section: CheckSection; readonly view: CheckView }): VNode {
  const { words } = view;
  return (
    <section class="sv-check" aria-labelledby={`del-${section.id}`}>
      <h2 id={`del-${section.id}`}>{section.title}</h2>
      <Answers
        answers={section.rows.map((row) => ({
          id: `svar-${row.id}`,
          question: row.label,
          answer: row.value === '' ? <span class="k-meta">{words.check.noAnswer}</span> : row.value,
          change: { to: row.to, word: words.check.change },
        }))}
      />
    </section>
  );
}
