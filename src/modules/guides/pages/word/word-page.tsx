import type { VNode } from 'preact';
import {
  Actions,
  Alert,
  Button,
  Checkbox,
  ErrorSummary,
  FileInput,
  Form,
  Link,
  PageHead,
  Prose,
  Section,
  TextInput,
  type Crumb,
} from '../../../../ui/index.ts';
import type { WordTexts } from '../../texts/word.ts';
import type { Review, ReviewBlock } from '../../word/review.ts';

type Common = {
  readonly words: WordTexts;
  readonly trail: readonly Crumb[];
  readonly action: string;
  /** By name of the field; '' for the page as a whole. */
  readonly problems: ReadonlyMap<string, string>;
};

function Head({ words, trail, problems }: Common & { readonly title?: string }): VNode {
  const general = problems.get('');
  const fields = [...problems].filter(([field]) => field !== '');
  return (
    <>
      <ErrorSummary problems={fields.map(([field, message]) => ({ field, message }))} />
      <PageHead title={words.title} trail={trail} summary={words.lede} />
      {general === undefined ? null : <Alert tone="warning" title={general} />}
    </>
  );
}

/** A document is chosen. */
export function WordPage(view: Common): VNode {
  const { words, action, problems } = view;
  return (
    <div class="guides-studio">
      <Head {...view} />
      <ul class="guides-options">
        {words.how.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Form action={action} files>
        <FileInput
          name="dokument"
          label={words.file}
          help={words.fileHelp}
          accept=".docx"
          required
          error={problems.get('dokument')}
        />
        <Actions>
          <Button>{words.read}</Button>
        </Actions>
      </Form>
    </div>
  );
}

export type ReviewView = Common & {
  readonly review: Review;
  readonly content: string;
  readonly revision: number | null;
  readonly media: (hash: string) => string;
  /** What was typed of each picture. */
  readonly alternatives: readonly { readonly alt: string; readonly skip: boolean }[];
};

export const altName = (n: number): string => `alt-${n}`;
export const skipName = (n: number): string => `utan-${n}`;

type Numbered = { readonly block: ReviewBlock; readonly picture: number };

/** Pictures counted from 1, as they stand. */
function numbered({ sections }: Review): ReadonlyMap<ReviewBlock, number> {
  const blocks = sections.flatMap(({ steps }) => steps).flatMap((step) => step.blocks);
  return new Map(blocks.filter(({ type }) => type === 'picture').map((block, index) => [block, index + 1]));
}

/** As it reads: two braces stand for one. */
const asRead = (text: string): string => text.replaceAll('{{', '{');

function BlockView({ block, picture, view }: Numbered & { readonly view: ReviewView }): VNode {
  const { words, media, alternatives, problems } = view;
  switch (block.type) {
    case 'text':
      return <Prose text={asRead(block.text)} />;
    case 'heading':
      return <h4>{asRead(block.text)}</h4>;
    case 'actions':
      return (
        <ol class="guides-actions">
          {block.items.map((item, index) => (
            <li key={index}>
              <Prose text={asRead(item)} />
            </li>
          ))}
        </ol>
      );
    case 'picture': {
      const { alt = '', skip = false } = alternatives[picture - 1] ?? {};
      return (
        <div class="guides-now">
          <img
            src={media(block.hash)}
            alt={words.picture(picture)}
            width={block.width}
            height={block.height}
            loading="lazy"
          />
          <TextInput
            name={altName(picture)}
            label={words.alt(picture)}
            required
            width="full"
            maxLength={300}
            value={alt}
            error={problems.get(altName(picture))}
          />
          <Checkbox name={skipName(picture)} label={words.skip(picture)} checked={skip} />
        </div>
      );
    }
  }
}

/** What was read of the document, as it will stand, before it stands anywhere. */
export function ReviewPage(view: ReviewView): VNode {
  const { words, action, review, content, revision } = view;
  const numbers = numbered(review);
  const steps = review.sections.reduce((sum, section) => sum + section.steps.length, 0);
  const hidden = { innehall: content, ...(revision === null ? {} : { revision }) };
  return (
    <div class="guides-studio">
      <Head {...view} />
      <Alert tone="info" title={words.review(review.name)}>
        <p>
          {words.contents(review.sections.length, steps)}. {words.reviewLede}
        </p>
        {review.lost === 0 ? null : <p>{words.lost(review.lost)}</p>}
      </Alert>
      <Form action={action} hidden={hidden}>
        {review.sections.map((section, at) => (
          <Section key={at} title={asRead(section.title)}>
            {section.steps.map((step, index) => (
              <div key={index} class="guides-read-step">
                <h3>{asRead(step.title)}</h3>
                {step.blocks.map((block, n) => (
                  <BlockView key={n} block={block} picture={numbers.get(block) ?? 0} view={view} />
                ))}
              </div>
            ))}
          </Section>
        ))}
        <Actions>
          <Button>{words.add}</Button>
          <Link to={action}>{words.again}</Link>
        </Actions>
      </Form>
    </div>
  );
}
