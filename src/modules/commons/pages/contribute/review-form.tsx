import type { VNode } from 'preact';
import { equal, isObject, type Json } from '../../../../kernel/index.ts';
import { link } from '../../../../platform/http/index.ts';
import {
  Actions,
  Button,
  Checkbox,
  Form,
  Marks,
  Radios,
  Section,
  Tag,
  Textarea,
} from '../../../../ui/index.ts';
import * as addresses from '../../addresses.ts';
import type { ContributionItem, Review } from '../../model/contribution.ts';
import { allIn, textIn } from '../../model/form-edit.ts';
import type { OpenConflict } from '../../model/update.ts';
import { contributeTexts } from '../../texts/contribute.ts';
import { readable } from '../update/contents.ts';
import type { ContributionView } from './contribution-page.tsx';

type Reviewing = { readonly view: ContributionView; readonly review: Review };
type WithConflict = Reviewing & { readonly one: OpenConflict };

export const answerName = (conflict: string): string => `a:${conflict}`;

function Sides({ view, one }: WithConflict): VNode {
  const words = contributeTexts(view.language).one;
  const { to, base } = view.contribution;
  const owner = view.names.get(to) ?? to;
  const { conflict, words: marks } = one;
  const text = (value: Json | undefined): string =>
    value === undefined ? words.removed : readable(value, view.language);
  return (
    <>
      {conflict.base !== undefined && (
        <div>
          <p class="commons-side-label">{words.base(owner, base.number)}</p>
          <p class="k-serif">{text(conflict.base)}</p>
        </div>
      )}
      <div class="commons-sides">
        <div class="commons-side" data-side="shared">
          <p class="commons-side-label">{words.ours}</p>
          <p class="k-serif">
            {marks === null ? text(conflict.ours) : <Marks marks={marks.ours} side="shared" />}
          </p>
        </div>
        <div class="commons-side" data-side="local">
          <p class="commons-side-label">
            {words.theirs(view.names.get(view.contribution.from) ?? view.contribution.from)}
          </p>
          <p class="k-serif">
            {marks === null ? text(conflict.theirs) : <Marks marks={marks.theirs} side="local" />}
          </p>
        </div>
      </div>
    </>
  );
}

function Conflict(props: WithConflict): VNode {
  const { view, one } = props;
  const words = contributeTexts(view.language).one;
  const { suggestion, ours, theirs } = one.conflict;
  const name = answerName(one.id);
  return (
    <div class="commons-conflict">
      <Sides {...props} />
      <Radios
        name={name}
        label={words.choose}
        optional={words.ifTaken}
        value={view.typed === null ? '' : textIn(view.typed, name)}
        error={view.problems.get(name)}
        options={[
          ...(suggestion.value === undefined || [ours, theirs].some((side) => equal(side, suggestion.value))
            ? []
            : [
                {
                  value: 'suggestion',
                  label: words.takeSuggestion,
                  help: readable(suggestion.value, view.language),
                },
              ]),
          { value: 'theirs', label: words.takeTheirs },
          { value: 'ours', label: words.takeOurs },
        ]}
      />
    </div>
  );
}

const concerns = (item: ContributionItem, one: OpenConflict): boolean =>
  one.path === item.path || one.path.startsWith(`${item.path}/`) || item.path.startsWith(`${one.path}/`);

function Content({ view, item }: { readonly view: ContributionView; readonly item: ContributionItem }) {
  const proposed = view.proposed.get(item.id);
  if (proposed === undefined) return null;
  if (proposed.words !== null)
    return (
      <p class="k-serif">
        <Marks marks={proposed.words} side="local" />
      </p>
    );
  return proposed.added === null ? null : (
    <div class="commons-added">
      <p class="k-serif">{readable(proposed.added, view.language)}</p>
      {isObject(proposed.added) && proposed.added['help'] !== undefined && (
        <p class="k-meta">{readable(proposed.added['help'], view.language)}</p>
      )}
    </div>
  );
}

function Item({ view, review, item }: Reviewing & { readonly item: ContributionItem }): VNode {
  const words = contributeTexts(view.language).one;
  const clean = review.clean.find((one) => one.id === item.id);
  const conflicts = clean === undefined ? review.conflicts.filter((one) => concerns(item, one)) : [];
  const chosen = view.typed === null ? true : allIn(view.typed, 'accept').includes(item.id);
  return (
    <li class="commons-item">
      <Checkbox
        name="accept"
        id={`ta-${item.id}`}
        value={item.id}
        label={`${words.take}: ${item.sentence}`}
        help={item.part.title}
        checked={chosen}
      />
      {clean?.alreadyHere === true && <Tag>{words.alreadyHere}</Tag>}
      {clean === undefined && <Tag tone="local">{words.conflict}</Tag>}
      {conflicts.length === 0 && <Content view={view} item={item} />}
      {conflicts.map((one) => (
        <Conflict key={one.id} view={view} review={review} one={one} />
      ))}
    </li>
  );
}

/** The owner's judgement: each change beside our own text, taken or not, with a reason for what is not. */
export function ReviewForm({ view, review }: Reviewing): VNode {
  const { organisation, contribution, problems, typed, language } = view;
  const words = contributeTexts(language).one;
  const action = link(addresses.contributionAnswer, { organisation, contribution: contribution.id });
  const text = (name: string): string => (typed === null ? '' : textIn(typed, name));
  return (
    <Section title={words.review} note={words.reviewWhat}>
      <Form action={action}>
        <ul class="commons-items">
          {contribution.items.map((item) => (
            <Item key={item.id} view={view} review={review} item={item} />
          ))}
        </ul>
        <Textarea
          name="message"
          label={words.message}
          help={words.messageHelp}
          rows={3}
          maxLength={2000}
          value={text('message')}
        />
        <Textarea
          name="reason"
          label={words.reason}
          rows={2}
          maxLength={1000}
          value={text('reason')}
          error={problems.get('reason')}
        />
        <Actions>
          <Button name="do" value="accept">
            {words.accept}
          </Button>
          <Button kind="secondary" name="do" value="decline">
            {words.decline}
          </Button>
        </Actions>
      </Form>
    </Section>
  );
}
