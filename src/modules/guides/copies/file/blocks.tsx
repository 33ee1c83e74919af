import type { VNode } from 'preact';
import type { Question } from '../../definition/index.ts';
import type { Rendering } from '../../pages/reading/blocks/rendering.ts';
import { Heading, Text } from '../../pages/reading/blocks/said.tsx';
import { numberOf, type Copy } from '../copy.ts';
import { FileElsewhere, FilmElsewhere, QuestionTitle } from '../instead.tsx';

/** Pictures by hash, as addresses that hold the picture itself. */
export type Pictures = ReadonlyMap<string, string>;

/** What stands in a file that has no server: pictures within it, and questions that answer by themselves. */
export function inFile(copy: Copy, pictures: Pictures): (on: Rendering) => Partial<Rendering> {
  const { words } = copy;
  return () => ({
    media: (hash) => pictures.get(hash) ?? '',
    instead: (block, on) => {
      switch (block.type) {
        case 'film':
          return <FilmElsewhere block={block} on={on} words={words} />;
        case 'file':
          return <FileElsewhere block={block} on={on} words={words} />;
        case 'picture':
          return pictures.has(block.media) ? undefined : (
            <p>
              {words.block.picture}: {on.say(block.alt).text}
            </p>
          );
        case 'question':
          return <FileQuestion question={block} on={on} copy={copy} />;
        case 'quiz':
          return (
            <div class="file-questions">
              <Heading said={on.say(block.title)} level={on.level} />
              <p class="file-note">
                {words.block.quizNeeds(block.pass, block.questions.length)} {words.block.quizNotKept}
              </p>
              {block.questions.map((question) => (
                <FileQuestion key={question.id} question={question} on={on} copy={copy} />
              ))}
            </div>
          );
        case 'text':
        case 'heading':
        case 'actions':
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

/** Each option opens with whether it is right; opening one closes the others. */
function FileQuestion({ question, on, copy }: Asks): VNode {
  const { words } = copy;
  return (
    <div>
      <QuestionTitle question={question} number={numberOf(copy, question)} on={on} words={words} />
      <p class="k-meta file-note">{words.block.openAnswer}</p>
      {question.options.map(({ id, text, right, feedback }) => (
        <details key={id} class="file-option" name={question.id}>
          <summary lang={on.say(text).lang}>{on.say(text).text}</summary>
          <div data-answer>
            <p class="guides-label">{right ? on.words.block.right : on.words.block.wrong}</p>
            {feedback === null ? null : <Text said={on.say(feedback)} />}
          </div>
        </details>
      ))}
    </div>
  );
}
