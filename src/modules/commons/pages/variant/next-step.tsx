import type { ComponentChildren, VNode } from 'preact';
import { link } from '../../../../platform/http/index.ts';
import { formatShortDate, formatTime } from '../../../../platform/text/index.ts';
import { ActPanel, Button, ButtonLink, Form, Link } from '../../../../ui/index.ts';
import * as addresses from '../../addresses.ts';
import { useTexts } from '../../texts/use.ts';
import { variantTexts } from '../../texts/variant.ts';
import type { VariantView } from './variant-page.tsx';

const atOf = ({ variant }: VariantView) => ({ organisation: variant.organisation, work: variant.work });

const panel = (title: string, lede: string, act: ComponentChildren): VNode => (
  <ActPanel title={title} lede={lede}>
    {act}
  </ActPanel>
);

/** The one thing to do next, or that all is in place. */
export function Next({ view }: { readonly view: VariantView }): VNode | null {
  const { variant, standing, updateAvailable, language } = view;
  const words = variantTexts(language).variant;
  const at = atOf(view);
  const missing = view.checklist.checklist.missing.length;
  if (missing > 0) {
    return panel(
      words.steps.fill(missing),
      words.steps.fillWhat,
      <ButtonLink to="#uppgifter" wide>
        {words.checklist}
      </ButtonLink>,
    );
  }
  if (variant.draft !== null) {
    const { by, at: when } = variant.draft;
    return panel(
      words.steps.draft,
      words.steps.draftWhat(by.name, `${formatShortDate(when, language)} ${formatTime(when, language)}`),
      <ButtonLink to={link(addresses.edit, at)} wide>
        {words.steps.draftButton}
      </ButtonLink>,
    );
  }
  if (view.review !== null) return <Reviewing view={view} review={view.review} />;
  if (variant.running?.versionId !== variant.head.versionId) {
    return panel(
      words.steps.use(variant.head.number),
      words.steps.useWhat,
      <>
        <Form action={link(addresses.takeInUse, at)}>
          <Button wide>{words.steps.use(variant.head.number)}</Button>
        </Form>
        <p>
          <Link to={link(addresses.takeInUse, at)}>{useTexts(language).when}</Link>
        </p>
      </>,
    );
  }
  if (updateAvailable !== null) {
    return panel(
      words.steps.update(view.nameOf(variant.base?.organisation ?? ''), updateAvailable),
      words.steps.updateWhat,
      <ButtonLink to={link(addresses.update, at)} wide>
        {words.steps.updateButton}
      </ButtonLink>,
    );
  }
  if (view.waiting > 0) {
    return panel(
      words.steps.answer(view.waiting),
      words.steps.answerWhat,
      <ButtonLink to={link(addresses.contributions, { organisation: variant.organisation })} wide>
        {words.steps.answerButton}
      </ButtonLink>,
    );
  }
  if (variant.base === null && variant.published === null) {
    return panel(
      words.steps.share,
      words.steps.shareWhat,
      <ButtonLink to={link(addresses.publish, at)} wide>
        {words.steps.shareButton}
      </ButtonLink>,
    );
  }
  if (standing.recalled !== null || standing.withdrawn !== null) return null;
  return panel(words.steps.done, words.steps.doneWhat, null);
}

type ReviewingProps = { readonly view: VariantView; readonly review: NonNullable<VariantView['review']> };

/** Four eyes: whoever wrote the version waits for a colleague, and a colleague reads it first. */
function Reviewing({ view, review }: ReviewingProps): VNode {
  const { variant, language } = view;
  const { steps } = variantTexts(language).variant;
  const at = atOf(view);
  const { number, author, reviewers } = review;
  if (review.own) return panel(steps.reviewOwn(reviewers), steps.reviewOwnWhat(number, reviewers), null);
  const { running } = variant;
  const when = `${formatShortDate(review.at, language)} ${formatTime(review.at, language)}`;
  return panel(
    steps.review(number),
    steps.reviewWhat(author.name, when),
    <>
      {running !== null ? (
        <ButtonLink to={link(addresses.variantCompare, at, { fran: running.number, till: number })} wide>
          {steps.reviewRead}
        </ButtonLink>
      ) : view.canPreview ? (
        <ButtonLink to={link(addresses.variantPreview, at)} wide>
          {steps.reviewTry}
        </ButtonLink>
      ) : null}
      <p>
        <Link to={link(addresses.takeInUse, at)}>{steps.use(number)}</Link>
      </p>
    </>,
  );
}
