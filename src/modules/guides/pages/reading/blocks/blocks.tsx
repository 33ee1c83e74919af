import type { ComponentChildren, VNode } from 'preact';
import type { OriginMark } from '../../../../commons/index.ts';
import { ButtonLink, Icon, Link } from '../../../../../ui/index.ts';
import type { Block, InnerBlock, Item, SlotBlock } from '../../../definition/index.ts';
import { Film, FileLink, Picture } from './media-blocks.tsx';
import { QuestionForm, QuizForm } from './question-blocks.tsx';
import type { Rendering } from './rendering.ts';
import { edgeLabel, runsOf, type Run } from './runs.ts';
import { Heading, Text } from './said.tsx';

/** A block with where it comes from, and whether the reader has met it as it stands. */
export type BlockView = {
  readonly block: Block;
  readonly origin: OriginMark;
  readonly news: 'added' | 'changed' | null;
};

/** The text of a step, seamless; what is local has a dashed line at the paper's edge, and says so. */
export function Blocks({
  views,
  on,
}: {
  readonly views: readonly BlockView[];
  readonly on: Rendering;
}): VNode {
  return (
    <div class="guides-text">
      {runsOf(views).map((run) => (
        <Edge key={run.views[0]?.block.id} run={run} on={on}>
          {run.views.map((view) => (
            <One key={view.block.id} view={view} on={on} />
          ))}
        </Edge>
      ))}
    </div>
  );
}

function Edge(props: {
  readonly run: Run;
  readonly on: Rendering;
  readonly children: ComponentChildren;
}): VNode {
  const { run, on } = props;
  const inner = run.pair ? <div class="guides-pair">{props.children}</div> : <>{props.children}</>;
  const label = edgeLabel(run, on);
  if (label === null) return inner;
  return (
    <div class="guides-local">
      <p class="guides-local-label">{label}</p>
      {inner}
    </div>
  );
}

function One({ view, on }: { readonly view: BlockView; readonly on: Rendering }): VNode | null {
  const { block, news } = view;
  const body = block.type === 'slot' ? <Slot block={block} on={on} /> : <Body block={block} on={on} />;
  return (
    <div id={block.id} class="guides-block" data-type={block.type}>
      {news === null ? null : <p class="guides-news">{on.words.news.mark[news]}</p>}
      {body}
    </div>
  );
}

function Slot({ block, on }: { readonly block: SlotBlock; readonly on: Rendering }): VNode | null {
  if (block.blocks.length > 0) {
    return (
      <>
        <Heading said={on.say(block.title)} level={on.level} />
        {block.blocks.map((inner) => (
          <div key={inner.id} id={inner.id} class="guides-block" data-type={inner.type}>
            <Body block={inner} on={on} />
          </div>
        ))}
      </>
    );
  }
  const to = on.fill(block.id);
  if (to === null) return null;
  return (
    <div class="guides-slot">
      <Heading said={on.say(block.title)} level={on.level} />
      {block.prompt === null ? null : <Text said={on.say(block.prompt)} />}
      <p class="k-meta">{on.words.block.slotEmpty}</p>
      <p>
        <ButtonLink kind="secondary" to={to}>
          {on.words.block.fill}
        </ButtonLink>
      </p>
    </div>
  );
}

/** One block that is no slot. */
function Body({ block, on }: { readonly block: InnerBlock; readonly on: Rendering }): VNode | null {
  const instead = on.instead?.(block, on);
  if (instead !== undefined) return instead;
  switch (block.type) {
    case 'text':
      return <Text said={on.say(block.text)} reads />;
    case 'heading':
      return <Heading said={on.say(block.text)} level={on.level} />;
    case 'actions':
      return (
        <ol class="guides-actions k-serif">
          {block.items.map((item) => (
            <Line key={item.id} item={item} on={on} />
          ))}
        </ol>
      );
    case 'picture':
      return <Picture block={block} on={on} />;
    case 'film':
      return <Film block={block} on={on} />;
    case 'file':
      return <FileLink block={block} on={on} />;
    case 'warning':
      return (
        <div class="guides-warning">
          <p class="guides-warning-word">
            <Icon name="triangle" /> {on.words.block.important}
          </p>
          <Text said={on.say(block.text)} reads />
        </div>
      );
    case 'checklist':
      return (
        <div role="group" aria-labelledby={`${block.id}-title`}>
          <p class="guides-label" id={`${block.id}-title`}>
            {block.title === null ? on.words.block.checklist : on.say(block.title).text}
          </p>
          <ul class="guides-checklist">
            {block.items.map((item) => (
              <CheckLine key={item.id} item={item} on={on} />
            ))}
          </ul>
        </div>
      );
    case 'question':
      return <QuestionForm block={block} on={on} />;
    case 'quiz':
      return <QuizForm block={block} on={on} />;
    case 'term':
      return (
        <dl class="guides-term">
          <dt lang={on.say(block.term).lang}>
            <span class="k-hidden">{on.words.block.term}: </span>
            {on.say(block.term).text}
          </dt>
          <dd>
            <Text said={on.say(block.explanation)} reads />
          </dd>
        </dl>
      );
    case 'link': {
      const to = on.target(block.to);
      const { text, lang } = on.say(block.text);
      return (
        <p class="k-serif" lang={lang}>
          {to === null ? text : <Link to={to}>{text}</Link>}
        </p>
      );
    }
    case 'reuse': {
      const found = on.reused(block);
      return found === null ? null : <Body block={found.block} on={found.on} />;
    }
  }
}

function Line({ item, on }: { readonly item: Item; readonly on: Rendering }): VNode {
  return (
    <li id={item.id}>
      <Text said={on.say(item.text)} reads />
    </li>
  );
}

function CheckLine({ item, on }: { readonly item: Item; readonly on: Rendering }): VNode {
  const { text, lang } = on.say(item.text);
  return (
    <li class="k-option">
      <input class="ds-input" type="checkbox" id={item.id} autocomplete="off" />
      <label for={item.id} lang={lang}>
        {text}
      </label>
    </li>
  );
}
