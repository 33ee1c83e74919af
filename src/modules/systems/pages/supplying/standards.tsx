import type { VNode } from 'preact';
import {
  Actions,
  Button,
  Details,
  ErrorSummary,
  Form,
  Link,
  PageHead,
  SavedNote,
  Section,
  Select,
  TextInput,
  type Crumb,
  type FieldProblem,
} from '../../../../ui/index.ts';
import type { Language } from '../../../../platform/http/index.ts';
import { standardAnswers } from '../../supplying/answers.ts';
import type { SupplyingTexts } from '../../texts/supplying.ts';
import { Meanwhile, type MeanwhileRow } from '../catalogue/meanwhile.tsx';

export type StandardLine = {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly web: string;
  readonly circle: 'asked' | 'near' | 'other';
  readonly answer: string;
  readonly since: string;
  readonly evidence: string;
  /** "Svarat 3 november 2026 av …", or empty. */
  readonly answered: string;
  readonly error: string | null;
};

export type StandardsView = {
  readonly language: Language;
  readonly words: SupplyingTexts;
  readonly title: string;
  readonly trail: readonly Crumb[];
  readonly action: string;
  /** What stood in the form when it was opened. */
  readonly opened: string;
  /** What a colleague has answered while the form was filled in. */
  readonly meanwhile: readonly MeanwhileRow[];
  readonly lines: readonly StandardLine[];
  readonly saved: boolean;
};

const circles = ['asked', 'near', 'other'] as const;

/** What a supplier answers of one product: standards that are asked for first, those of other fields folded away. */
export function StandardsPage(view: StandardsView): VNode {
  const words = view.words.standards;
  const problems: readonly FieldProblem[] = view.lines.flatMap(({ id, error }) =>
    error === null ? [] : [{ field: `bevis-${id}`, message: error }],
  );
  const titles = { asked: words.asked, near: words.near, other: words.others } as const;
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead title={view.title} trail={view.trail} summary={words.lede} />
      {view.saved ? <SavedNote saved={words.saved} /> : null}
      <Form action={view.action} hidden={{ oppnat: view.opened }}>
        <Meanwhile language={view.language} rows={view.meanwhile} />
        {circles.map((circle) => {
          const lines = view.lines.filter((line) => line.circle === circle);
          if (lines.length === 0) return null;
          const content = lines.map((line) => <Standard key={line.id} line={line} words={words} />);
          if (circle !== 'other')
            return (
              <Section
                key={circle}
                title={titles[circle]}
                {...(circle === 'asked' ? { note: words.askedNote } : {})}
              >
                {content}
              </Section>
            );
          const open = lines.some(({ answer, error }) => answer !== '' || error !== null);
          return (
            <Details key={circle} summary={titles[circle]} open={open}>
              {content}
            </Details>
          );
        })}
        <Actions>
          <Button>{words.save}</Button>
        </Actions>
      </Form>
    </>
  );
}

function Standard(props: {
  readonly line: StandardLine;
  readonly words: SupplyingTexts['standards'];
}): VNode {
  const { line, words } = props;
  const { id, name, about, web, answered, answer, since, evidence, error } = line;
  const heading = `standard-${id}`;
  return (
    <div class="systems-standard" role="group" aria-labelledby={heading}>
      <div>
        <h3 id={heading}>
          <Link to={web} rel="external">
            {name}
          </Link>
        </h3>
        <p class="k-meta">
          {about} {answered}
        </p>
      </div>
      <div class="systems-standard-said">
        <Select
          name={`svar-${id}`}
          label={words.answer}
          options={standardAnswers.map((value) => ({ value, label: words.answers[value] }))}
          value={answer}
          empty={words.none}
          required
        />
        <Details summary={words.more} open={since !== '' || evidence !== ''}>
          <TextInput name={`fran-${id}`} label={words.since} value={since} width="medium" />
          <TextInput
            name={`bevis-${id}`}
            label={words.evidence}
            value={evidence}
            mode="url"
            {...(error === null ? {} : { error })}
          />
        </Details>
      </div>
    </div>
  );
}
