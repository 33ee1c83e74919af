import type { VNode } from 'preact';
import { Button, Form, Icon, Link, Radios } from '../../../../../ui/index.ts';
import type { Question, QuestionBlock, QuizBlock } from '../../../definition/index.ts';
import { judge, answerName, type Answered } from '../../../reading/quiz.ts';
import type { Rendering } from './rendering.ts';
import { Heading, Text } from './said.tsx';

/** A question that one tries oneself on: what was chosen stands in the address, and nothing is kept. */
export function QuestionForm({
  block,
  on,
}: {
  readonly block: QuestionBlock;
  readonly on: Rendering;
}): VNode {
  if (on.answering === null) return <Elsewhere question={block} id={block.id} on={on} />;
  const answered = judge(block, on.chosen[block.id]);
  return (
    <Form class="guides-question" method="get" action={`${on.answering}#${block.id}`}>
      <Choices question={block} answered={answered} on={on} />
      <Button kind="secondary">{on.words.block.answer}</Button>
    </Form>
  );
}

export function QuizForm({ block, on }: { readonly block: QuizBlock; readonly on: Rendering }): VNode {
  const title = on.say(block.title);
  if (on.answering === null) {
    return (
      <>
        <Heading said={title} level={on.level} />
        <p>
          <Link to={`${on.stepTo}#${block.id}`}>{on.words.guide.answerThere}</Link>
        </p>
      </>
    );
  }
  const { action, method, outcome, passedOn } = on.quiz(block.id);
  return (
    <section aria-labelledby={`${block.id}-title`}>
      <div id={`${block.id}-title`}>
        <Heading said={title} level={on.level} />
      </div>
      {outcome === null ? (
        passedOn === null ? null : (
          <p class="k-meta">{on.words.block.passedOn(passedOn)}</p>
        )
      ) : (
        <p class="guides-score" role="status">
          {on.words.block.score(outcome.right, block.questions.length)}{' '}
          {outcome.passed ? on.words.block.passed : on.words.block.notPassed(block.pass)}
        </p>
      )}
      <Form
        class="guides-question"
        method={method}
        action={`${action}#${block.id}`}
        hidden={{ prov: block.id }}
      >
        {block.questions.map((question) => (
          <Choices
            key={question.id}
            question={question}
            answered={outcome === null ? null : judge(question, on.chosen[question.id])}
            on={on}
          />
        ))}
        <Button kind="secondary">{on.words.block.answerQuiz}</Button>
      </Form>
    </section>
  );
}

type ChoicesProps = {
  readonly question: Question;
  readonly answered: Answered | null;
  readonly on: Rendering;
};

function Choices({ question, answered, on }: ChoicesProps): VNode {
  const feedback = answered?.option?.feedback ?? null;
  return (
    <div class="guides-choices">
      <Radios
        name={answerName(question.id)}
        label={on.say(question.question).text}
        required
        options={question.options.map(({ id, text }) => ({ value: id, label: on.say(text).text }))}
        value={answered?.option?.id}
      />
      {answered === null ? null : (
        <div class="guides-feedback" data-right={answered.right ? true : undefined} role="status">
          <p class="guides-feedback-word">
            {answered.option === null ? null : <Icon name={answered.right ? 'tick' : 'cross'} />}
            {wordOf(answered, on)}
          </p>
          {feedback === null ? null : <Text said={on.say(feedback)} reads />}
        </div>
      )}
    </div>
  );
}

function wordOf(answered: Answered, on: Rendering): string {
  if (answered.option === null) return on.words.block.choose;
  return answered.right ? on.words.block.right : on.words.block.wrong;
}

/** Where the whole guide is read, the question is answered in its step. */
function Elsewhere(props: {
  readonly question: Question;
  readonly id: string;
  readonly on: Rendering;
}): VNode {
  const { question, on } = props;
  return (
    <>
      <p class="guides-label">{on.say(question.question).text}</p>
      <ul class="guides-options">
        {question.options.map(({ id, text }) => (
          <li key={id}>{on.say(text).text}</li>
        ))}
      </ul>
      <p>
        <Link to={`${on.stepTo}#${props.id}`}>{on.words.guide.answerThere}</Link>
      </p>
    </>
  );
}
