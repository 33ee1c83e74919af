import type { VNode } from 'preact';
import type { Question } from '../../definition/index.ts';
import type { Rendering } from '../../pages/reading/blocks/rendering.ts';
import { Heading, Text } from '../../pages/reading/blocks/said.tsx';
import { numberOf, type Asked, type Copy } from '../copy.ts';
import { letterOf, rightOnes } from '../options.ts';
import { FileElsewhere, FilmElsewhere, QuestionTitle } from '../instead.tsx';

/** What stands on paper instead of what only a page can do. */
export function onPaper(copy: Copy): (on: Rendering) => Partial<Rendering> {
  const { words } = copy;
  return () => ({
    instead: (block, on) => {
      switch (block.type) {
        case 'film':
          return <FilmElsewhere block={block} on={on} words={words} />;
        case 'file':
          return <FileElsewhere block={block} on={on} words={words} />;
        case 'question':
          return <PaperQuestion question={block} on={on} copy={copy} />;
        case 'quiz':
          return (
            <>
              <Heading said={on.say(block.title)} level={on.level} />
              <p>
                {words.block.quizNeeds(block.pass, block.questions.length)} {words.block.answersLast}
              </p>
              {block.questions.map((question) => (
                <PaperQuestion key={question.id} question={question} on={on} copy={copy} />
              ))}
            </>
          );
        case 'text':
        case 'heading':
        case 'actions':
        case 'picture':
        case 'warning':
        case 'checklist':
        case 'term':
        case 'link':
        case 'reuse':
          return undefined;
      }
    },
  });
}

type Asks = { readonly question: Question; readonly on: Rendering; readonly copy: Copy };

function PaperQuestion({ question, on, copy }: Asks): VNode {
  return (
    <div class="guides-paper-question">
      <QuestionTitle question={question} number={numberOf(copy, question)} on={on} words={copy.words} />
      <ol type="a">
        {question.options.map(({ id, text }) => (
          <li key={id} lang={on.say(text).lang}>
            {on.say(text).text}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The right answers, for a page of their own. */
export function Answers({ copy }: { readonly copy: Copy }): VNode | null {
  if (copy.asked.length === 0) return null;
  return (
    <section class="guides-section" id="svar" aria-labelledby="svar-titel">
      <h2 id="svar-titel">{copy.words.answers}</h2>
      {copy.asked.map((asked) => (
        <Answer key={asked.question.id} asked={asked} copy={copy} />
      ))}
    </section>
  );
}

function Answer({
  asked: { question, number, on },
  copy,
}: {
  readonly asked: Asked;
  readonly copy: Copy;
}): VNode {
  return (
    <div class="guides-paper-question">
      <QuestionTitle question={question} number={number} on={on} words={copy.words} />
      {rightOnes(question).map((option) => (
        <div key={option.id}>
          <p lang={on.say(option.text).lang}>
            {letterOf(question, option)}) {on.say(option.text).text}
          </p>
          {option.feedback === null ? null : <Text said={on.say(option.feedback)} />}
        </div>
      ))}
    </div>
  );
}
