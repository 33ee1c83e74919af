import type { VNode } from 'preact';
import {
  Actions,
  Alert,
  Button,
  Checkboxes,
  Details,
  EmptyState,
  ErrorSummary,
  Form,
  Link,
  PageHead,
  Select,
  type Crumb,
} from '../../../../ui/index.ts';
import type { FetchTexts } from '../../texts/fetch.ts';

export type PickStep = {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly { readonly id: string; readonly name: string; readonly sort: string }[];
};
export type PickSection = {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly PickStep[];
};

export type PickView = {
  readonly words: FetchTexts;
  readonly trail: readonly Crumb[];
  readonly action: string;
  readonly hidden: Readonly<Record<string, string | number>>;
  readonly guide: string;
  /** Whose guide it is, and which version. */
  readonly by: string;
  readonly another: string;
  readonly sections: readonly PickSection[];
  /** Places to put it in, under the section that they lie in. */
  readonly targets: Parameters<typeof Select>[0]['groups'];
  readonly target: string;
  readonly ticked: ReadonlySet<string>;
  /** By name of the field; '' for the page as a whole. */
  readonly problems: ReadonlyMap<string, string>;
};

export const tickName = 'del';
export const targetName = 'till';
/** What ticks a whole step. */
export const wholeStep = (step: string): string => `steg:${step}`;

const firstOf = (sections: readonly PickSection[]): string =>
  sections.flatMap(({ steps }) => steps).find(({ blocks }) => blocks.length > 0)?.id ?? '';

function StepTicks({ step, view }: { readonly step: PickStep; readonly view: PickView }): VNode | null {
  const { words, ticked, sections, problems } = view;
  if (step.blocks.length === 0) return null;
  const first = step.id === firstOf(sections);
  const whole = wholeStep(step.id);
  return (
    <Checkboxes
      name={tickName}
      id={first ? tickName : `${tickName}-${step.id}`}
      label={step.title}
      required
      error={first ? problems.get(tickName) : undefined}
      values={[...ticked]}
      options={[
        ...(step.blocks.length > 1 ? [{ value: whole, label: words.pick.whole }] : []),
        ...step.blocks.map(({ id, name, sort }) => ({ value: id, label: name, help: sort })),
      ]}
    />
  );
}

/** What to fetch of a guide, and where to put it. */
export function PickPage(view: PickView): VNode {
  const { words, sections, problems, ticked } = view;
  const general = problems.get('');
  const fields = [...problems].filter(([field]) => field !== '');
  const isOpen = ({ steps }: PickSection, index: number): boolean =>
    index === 0 ||
    sections.length <= 3 ||
    steps.some(({ id, blocks }) => ticked.has(wholeStep(id)) || blocks.some((block) => ticked.has(block.id)));
  return (
    <div class="guides-studio">
      <ErrorSummary problems={fields.map(([field, message]) => ({ field, message }))} />
      <PageHead
        title={words.pick.title(view.guide)}
        trail={view.trail}
        summary={words.pick.lede}
        facts={[view.by, <Link to={view.another}>{words.pick.another}</Link>]}
      />
      {general === undefined ? null : <Alert tone="warning" title={general} />}
      {firstOf(sections) === '' ? (
        <EmptyState title={words.pick.empty} />
      ) : (
        <Form action={view.action} hidden={view.hidden}>
          <div>
            {sections.map((section, index) => (
              <Details key={section.id} summary={section.title} open={isOpen(section, index)}>
                <div class="guides-studio">
                  {section.steps.map((step) => (
                    <StepTicks key={step.id} step={step} view={view} />
                  ))}
                </div>
              </Details>
            ))}
          </div>
          <Select
            name={targetName}
            label={words.pick.target}
            help={words.pick.targetHelp}
            required
            empty={words.pick.choose}
            groups={view.targets ?? []}
            value={view.target}
            error={problems.get(targetName)}
          />
          <Actions>
            <Button>{words.pick.add}</Button>
          </Actions>
        </Form>
      )}
    </div>
  );
}
