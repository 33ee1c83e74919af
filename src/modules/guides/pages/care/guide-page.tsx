import type { VNode } from 'preact';
import {
  Alert,
  Button,
  DateInput,
  ErrorSummary,
  Form,
  PageHead,
  SavedNote,
  Section,
  Table,
  TextInput,
  type Crumb,
} from '../../../../ui/index.ts';
import type { OwnerTyped } from '../../care/actions.ts';
import type { CareTexts } from '../../texts/care.ts';

export type StepHelp = {
  readonly step: string;
  readonly title: string;
  readonly helped: number;
  readonly answers: number;
};

export type CareGuideView = {
  readonly words: CareTexts;
  readonly title: string;
  readonly trail: readonly Crumb[];
  readonly typed: OwnerTyped;
  /** What stood when the forms were shown, for telling whether somebody has changed it since. */
  readonly seen: Readonly<Record<string, string>>;
  /** What somebody else has changed meanwhile, as it stands now. */
  readonly changed: string | null;
  readonly problems: ReadonlyMap<'ansvarig' | 'epost' | 'granskas', string>;
  readonly saved: boolean;
  readonly saveTo: string;
  readonly reviewedTo: string;
  readonly reviewed: string;
  readonly months: number;
  readonly steps: readonly StepHelp[];
};

/** Who answers for a guide, when it is looked over, and which of its steps help. */
export function CareGuidePage(view: CareGuideView): VNode {
  const { words, problems } = view;
  const { guide } = words;
  return (
    <div class="guides-care">
      <ErrorSummary problems={[...problems].map(([field, message]) => ({ field, message }))} />
      <PageHead title={guide.title(view.title)} trail={view.trail} />
      {view.changed === null ? null : (
        <Alert tone="warning" title={guide.changedTitle}>
          <p>{view.changed}</p>
        </Alert>
      )}
      {view.saved ? <SavedNote saved={guide.saved} /> : null}
      <Section title={guide.review}>
        <p>{view.reviewed}</p>
        <p>{guide.reviewWhat(view.months)}</p>
        <Form action={view.reviewedTo} hidden={view.seen}>
          <Button>{guide.reviewNow}</Button>
        </Form>
      </Section>
      <Section title={guide.owner}>
        <Form action={view.saveTo} hidden={view.seen}>
          <TextInput name="ansvarig" label={guide.ownerName} value={view.typed.name} width="long" />
          <TextInput
            name="epost"
            type="email"
            width="long"
            label={guide.ownerEmail}
            help={guide.ownerHelp}
            value={view.typed.email}
            error={problems.get('epost')}
          />
          <DateInput
            name="granskas"
            label={guide.reviewOn}
            value={view.typed.review}
            error={problems.get('granskas')}
            required
          />
          <Button kind="secondary">{guide.save}</Button>
        </Form>
      </Section>
      <Section title={guide.helped}>
        {view.steps.some((step) => step.answers > 0) ? (
          <HelpTable words={words} steps={view.steps} />
        ) : (
          <p class="k-meta">{guide.noAnswers}</p>
        )}
      </Section>
    </div>
  );
}

function HelpTable({
  words,
  steps,
}: {
  readonly words: CareTexts;
  readonly steps: readonly StepHelp[];
}): VNode {
  return (
    <Table<StepHelp>
      caption={words.guide.helpedCaption}
      rows={steps.filter((step) => step.answers > 0)}
      rowKey={(row) => row.step}
      columns={[
        { id: 'step', title: words.guide.step, cell: (row) => row.title },
        { id: 'helped', title: words.guide.yes, cell: (row) => <Share of={row} /> },
        {
          id: 'answers',
          title: words.guide.answers,
          numbers: true,
          labelled: true,
          cell: (row) => row.answers,
        },
      ]}
    />
  );
}

/** How many of a hundred said yes, drawn and written. */
function Share({ of }: { readonly of: StepHelp }): VNode {
  const percent = Math.round((of.helped / of.answers) * 100);
  return (
    <span class="guides-share">
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="guides-share-all" width="100" height="8" />
        <rect class="guides-share-yes" width={percent} height="8" />
      </svg>
      {`${percent} %`}
    </span>
  );
}
