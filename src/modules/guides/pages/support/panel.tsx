import type { VNode } from 'preact';
import { Details, Link } from '../../../../ui/index.ts';
import type { ReadingTexts } from '../../texts/reading.ts';
import { Blocks, type BlockView } from '../reading/blocks/blocks.tsx';
import type { Rendering, Said } from '../reading/blocks/rendering.ts';

export type HelpView = {
  readonly id: string;
  readonly title: Said;
  readonly guide: string;
  readonly blocks: readonly BlockView[];
  readonly on: Rendering;
  /** The step in its guide; null where the organisation has no version of it. */
  readonly to: string | null;
};

export type PanelView = {
  readonly words: ReadingTexts;
  /** Best first. */
  readonly helps: readonly HelpView[];
  /** Whether all of it is Kommons's manual as it ships. */
  readonly shipped: boolean;
  /** Where the reader may take the manual in; null where that is not for the reader. */
  readonly adopt: string | null;
  /** Null for who has none to read elsewhere. */
  readonly all: string | null;
};

/** What helps with the task that the reader is in the midst of: the best open, the others folded under it. */
export function Panel({ words, helps, shipped, adopt, all }: PanelView): VNode {
  const [first, ...others] = helps;
  return (
    <div class="guides-support">
      <h1>{words.support.title}</h1>
      {first === undefined ? (
        <p>{words.support.nothing}</p>
      ) : (
        <section aria-labelledby={first.id}>
          <h2 id={first.id} lang={first.title.lang}>
            {first.title.text}
          </h2>
          <Body help={first} words={words} />
        </section>
      )}
      {others.length === 0 ? null : (
        <section class="guides-support-more" aria-labelledby="mer-hjalp">
          <h2 id="mer-hjalp">{words.support.more}</h2>
          {others.map((help) => (
            <Details key={help.id} summary={<span lang={help.title.lang}>{help.title.text}</span>}>
              <Body help={help} words={words} />
            </Details>
          ))}
        </section>
      )}
      <p class="k-meta">
        {shipped ? `${words.support.shipped} ` : ''}
        {adopt === null ? null : <Link to={adopt}>{words.support.adopt}</Link>}{' '}
        {all === null ? null : <Link to={all}>{words.support.all}</Link>}
      </p>
    </div>
  );
}

function Body({ help, words }: { readonly help: HelpView; readonly words: ReadingTexts }): VNode {
  return (
    <>
      <Blocks views={help.blocks} on={help.on} />
      <p class="k-meta">
        {help.to === null ? help.guide : <Link to={help.to}>{words.support.whole(help.guide)}</Link>}
      </p>
    </>
  );
}
