import type { VNode } from 'preact';
import { Link } from '../../../ui/index.ts';
import type { FileBlock, FilmBlock, Question } from '../definition/index.ts';
import type { Rendering } from '../pages/reading/blocks/rendering.ts';
import { Text } from '../pages/reading/blocks/said.tsx';
import type { CopyTexts } from '../texts/copies.ts';

type Elsewhere<Block> = { readonly block: Block; readonly on: Rendering; readonly words: CopyTexts };

/** Where a film is; what is said in it stands here. */
export function FilmElsewhere({ block, on, words }: Elsewhere<FilmBlock>): VNode {
  const title = on.say(block.title);
  return (
    <div class="guides-elsewhere">
      <p class="guides-label">
        {words.block.film}: <span lang={title.lang}>{title.text}</span>
      </p>
      <p>
        {words.block.filmElsewhere} <There block={block} on={on} />
      </p>
      {block.transcript === null ? null : (
        <>
          <p class="guides-label">{words.block.transcript}</p>
          <Text said={on.say(block.transcript)} />
        </>
      )}
    </div>
  );
}

export function FileElsewhere({ block, on, words }: Elsewhere<FileBlock>): VNode {
  const title = on.say(block.title);
  return (
    <div class="guides-elsewhere">
      <p class="guides-label">
        {words.block.file}: <span lang={title.lang}>{title.text}</span> ({block.name})
      </p>
      <p>
        {words.block.fileElsewhere} <There block={block} on={on} />
      </p>
    </div>
  );
}

function There({ block, on }: Omit<Elsewhere<FilmBlock | FileBlock>, 'words'>): VNode {
  const address = `${on.stepTo}#${block.id}`;
  return <Link to={address}>{address}</Link>;
}

/** "Fråga 3. Får du läsa en väns akt?" */
export function QuestionTitle(props: {
  readonly question: Question;
  readonly number: number;
  readonly on: Rendering;
  readonly words: CopyTexts;
}): VNode {
  const { text, lang } = props.on.say(props.question.question);
  return (
    <p class="guides-label">
      {props.words.block.question(props.number)}. <span lang={lang}>{text}</span>
    </p>
  );
}
