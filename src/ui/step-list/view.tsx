import type { VNode } from 'preact';
import { Icon } from '../icon/view.tsx';
import { Link } from '../link/view.tsx';
import { texts } from '../texts/index.ts';
import { usePage } from '../page/context.ts';

export type Step = {
  readonly id: string;
  readonly title: string;
  readonly state: 'done' | 'now' | 'ahead';
  /** Only steps that may be opened are links. */
  readonly to?: string;
};

/** The pages of a form as tiles. On a narrow screen they become one line: "Steg 3 av 5. Nästa: …". */
export function StepList(props: { readonly steps: readonly Step[]; readonly label?: string }): VNode {
  const { language } = usePage();
  const words = texts(language);
  const now = props.steps.findIndex((step) => step.state === 'now');
  const next = props.steps[now + 1];
  return (
    <nav class="k-steps" aria-label={props.label ?? words.steps}>
      <p class="k-steps-line">
        <b>{words.step(now + 1, props.steps.length)}</b>
        {next === undefined ? null : ` ${words.nextStep(next.title)}`}
      </p>
      <ol class="k-steps-list">
        {props.steps.map((step, index) => (
          <li key={step.id} data-state={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
            <span class="k-step-tile" aria-hidden="true">
              {step.state === 'done' ? <Icon name="tick" /> : index + 1}
            </span>
            <span class="k-step-title">
              {step.to === undefined || step.state === 'now' ? (
                step.title
              ) : (
                <Link to={step.to}>{step.title}</Link>
              )}
              <span class="k-hidden"> ({words.stepStates[step.state]})</span>
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
