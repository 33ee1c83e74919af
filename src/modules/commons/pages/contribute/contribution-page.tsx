import type { VNode } from 'preact';
import { link, type Language } from '../../../../platform/http/index.ts';
import { formatShortDate, formatTime } from '../../../../platform/text/index.ts';
import {
  Button,
  ButtonLink,
  Details,
  ErrorSummary,
  Form,
  Link,
  PageHead,
  Section,
  Tag,
  Terms,
  Textarea,
  Timeline,
} from '../../../../ui/index.ts';
import type { Proposed } from '../../actions/review.ts';
import * as addresses from '../../addresses.ts';
import type { Contribution, Review } from '../../model/contribution.ts';
import type { Typed } from '../../model/form-edit.ts';
import { contributeTexts } from '../../texts/contribute.ts';
import { Said, type Saying } from '../said.tsx';
import { toneOf } from './list-page.tsx';
import { ReviewForm } from './review-form.tsx';
import { variantTexts } from '../../texts/variant.ts';

export type ContributionView = {
  readonly organisation: string;
  readonly contribution: Contribution;
  readonly workTitle: string;
  readonly names: ReadonlyMap<string, string>;
  /** For the owner, while it is open. */
  readonly review: Review | null;
  readonly proposed: ReadonlyMap<string, Proposed>;
  readonly mayAct: boolean;
  readonly typed: Typed | null;
  readonly problems: ReadonlyMap<string, string>;
  readonly message: Saying | null;
  readonly language: Language;
};

const nameOf = ({ names }: ContributionView, id: string): string => names.get(id) ?? id;

function Items({ view }: { readonly view: ContributionView }): VNode {
  const words = contributeTexts(view.language).one;
  return (
    <Section title={words.items}>
      <Terms
        rows={view.contribution.items.map(({ id, part, sentence, verdict }) => ({
          id: `del-${id}`,
          term: part.title,
          text: (
            <>
              <p>{sentence}</p>
              {verdict !== null && (
                <p class="k-meta">
                  {verdict.accepted ? words.accepted : words.declined(verdict.reason ?? '')}
                </p>
              )}
            </>
          ),
        }))}
      />
    </Section>
  );
}

function Answer({ view }: { readonly view: ContributionView }): VNode | null {
  const { contribution, organisation, language } = view;
  const { answer } = contribution;
  if (answer === null) return null;
  const words = contributeTexts(language).one;
  const isOwner = contribution.to === organisation;
  const at = { organisation, work: contribution.work };
  return (
    <Section title={words.answer}>
      <p class="k-serif">{answer.reason === '' ? words.noWords : answer.reason}</p>
      <p class="k-meta">{words.answeredBy(answer.by.name, formatShortDate(answer.at, language))}</p>
      {isOwner && answer.versionId !== null && (
        <>
          <p>{words.newVersion}</p>
          <ButtonLink kind="secondary" to={link(addresses.publish, at)}>
            {words.publish}
          </ButtonLink>
        </>
      )}
    </Section>
  );
}

function Discussion({ view }: { readonly view: ContributionView }): VNode {
  const { contribution, organisation, mayAct, problems, language } = view;
  const words = contributeTexts(language).one;
  const at = { organisation, contribution: contribution.id };
  return (
    <Section title={words.discussion}>
      {contribution.discussion.length === 0 ? (
        <p class="k-meta">{words.nothingSaid}</p>
      ) : (
        <Timeline
          entries={contribution.discussion.map((one, index) => ({
            id: `inlagg-${index}`,
            at: one.at.toISOString(),
            when: `${formatShortDate(one.at, language)} ${formatTime(one.at, language)}`,
            what: one.text,
            note: one.author.name,
          }))}
        />
      )}
      {mayAct && (
        <Form action={link(addresses.contributionSay, at)} class="k-form-tight">
          <Textarea
            name="text"
            label={words.say}
            rows={3}
            required
            maxLength={4000}
            error={problems.get('text')}
          />
          <Button kind="secondary">{words.sayButton}</Button>
        </Form>
      )}
    </Section>
  );
}

function TakeBack({ view }: { readonly view: ContributionView }): VNode {
  const { contribution, organisation, language } = view;
  const words = contributeTexts(language).one;
  return (
    <Details summary={words.withdraw}>
      <p>{words.withdrawWhat}</p>
      <Form
        action={link(addresses.contributionBack, { organisation, contribution: contribution.id })}
        class="k-form-tight"
      >
        <Button kind="secondary">{words.withdraw}</Button>
      </Form>
    </Details>
  );
}

/** One contribution, for the one who sent it and for the one who answers. */
export function ContributionPage({ view }: { readonly view: ContributionView }): VNode {
  const { contribution, organisation, review, message, language } = view;
  const texts = contributeTexts(language);
  const isOwner = contribution.to === organisation;
  const title = texts.one.title(view.workTitle, nameOf(view, contribution.from));
  const when = formatShortDate(contribution.at, language);
  return (
    <div class="commons-edit">
      <ErrorSummary problems={[...view.problems].map(([field, text]) => ({ field, message: text }))} />
      <PageHead
        title={title}
        trail={[
          { title: variantTexts(language).variant.crumb, to: link(addresses.variants, { organisation }) },
          { title: texts.list.title, to: link(addresses.contributions, { organisation }) },
          { title: view.workTitle },
        ]}
        lede={contribution.message}
        facts={[
          <Tag tone={toneOf(contribution.state)}>{texts.state[contribution.state]}</Tag>,
          texts.one.sent(contribution.author.name, when),
          texts.one.builtOn(nameOf(view, contribution.to), contribution.base.number),
          <Link to={link(addresses.variant, { organisation, work: contribution.work })}>
            {texts.one.toWork}
          </Link>,
        ]}
      />
      {message !== null && <Said {...message} />}
      {review !== null && view.mayAct ? <ReviewForm view={view} review={review} /> : <Items view={view} />}
      <Answer view={view} />
      <Discussion view={view} />
      {!isOwner && contribution.state === 'open' && view.mayAct && <TakeBack view={view} />}
    </div>
  );
}
