import type { VNode } from 'preact';
import type { Reanchoring } from '../../../../kernel/index.ts';
import { link, type Language } from '../../../../platform/http/index.ts';
import { capital, joinList } from '../../../../platform/text/index.ts';
import {
  Button,
  Checkbox,
  Checkboxes,
  ErrorSummary,
  Form,
  PageHead,
  Radios,
  Section,
  TextInput,
} from '../../../../ui/index.ts';
import * as addresses from '../../addresses.ts';
import type { FigureTopic, Measure } from '../../model/figures.ts';
import type { Variant } from '../../model/work.ts';
import { nameOfElement } from '../../model/outline.ts';
import { followingTexts } from '../../texts/following.ts';
import { Said, type Saying } from '../said.tsx';
import { trailTo } from '../trail.ts';

export type FollowingView = {
  readonly variant: Variant;
  readonly title: string;
  readonly nameOf: (organisation: string) => string;
  /** Published variants of the same work, not our own and not the one that is followed. */
  readonly others: readonly { readonly organisation: string; readonly number: number }[];
  readonly measures: readonly Measure[];
  readonly chosen: string;
  readonly reason: string;
  readonly problems: ReadonlyMap<string, string>;
  readonly message: Saying | null;
  readonly language: Language;
};

const atOf = ({ variant }: FollowingView) => ({ organisation: variant.organisation, work: variant.work });

/** What the kind counts of a topic, as the beginning of a sentence; empty where it counts nothing. */
function countedIn({ measures, language }: FollowingView, topic: FigureTopic): string {
  const names = measures
    .filter((measure) => measure.topic === topic)
    .map(({ name, partOf }) => (partOf ?? { name }).name[language].toLowerCase());
  return capital(joinList([...new Set(names)], language));
}

function Sharing({ view }: { readonly view: FollowingView }): VNode | null {
  const { variant, language } = view;
  if (variant.base === null) return null;
  const words = followingTexts(language);
  const { changes, use, results } = variant.sharing;
  const used = countedIn(view, 'use');
  const gone = countedIn(view, 'results');
  return (
    <Section title={words.sharing} note={words.sharingWhat(view.nameOf(variant.base.organisation))}>
      <Form action={link(addresses.followSharing, atOf(view))}>
        <Checkboxes
          name="share"
          label={words.sharing}
          hiddenLabel
          values={[...(changes ? ['changes'] : []), ...(use ? ['use'] : []), ...(results ? ['results'] : [])]}
          options={[
            { value: 'changes', label: words.shares.changes, help: words.shares.changesHelp },
            ...(used === ''
              ? []
              : [{ value: 'use', label: words.shares.use, help: words.shares.useHelp(used) }]),
            ...(gone === ''
              ? []
              : [{ value: 'results', label: words.shares.results, help: words.shares.resultsHelp(gone) }]),
          ]}
        />
        <Button kind="secondary">{words.saveSharing}</Button>
      </Form>
    </Section>
  );
}

function Updates({ view }: { readonly view: FollowingView }): VNode | null {
  const { variant, language } = view;
  if (variant.base === null) return null;
  const words = followingTexts(language);
  return (
    <Section title={words.updates}>
      <Form action={link(addresses.followUpdates, atOf(view))}>
        <Radios
          name="autoUpdate"
          label={words.updates}
          hiddenLabel
          value={variant.autoUpdate}
          options={[
            { value: 'ask', label: words.auto.ask },
            { value: 'clean', label: words.auto.clean, help: words.auto.cleanHelp },
          ]}
        />
        <Button kind="secondary">{words.saveUpdates}</Button>
      </Form>
    </Section>
  );
}

function Another({ view }: { readonly view: FollowingView }): VNode {
  const { others, problems, language } = view;
  const words = followingTexts(language);
  return (
    <Section title={words.another}>
      {others.length === 0 ? (
        <p>{words.anotherNone}</p>
      ) : (
        <Form action={link(addresses.followAnother, atOf(view))}>
          <Radios
            name="organisation"
            label={words.whom}
            help={words.anotherWhat}
            required
            value={view.chosen}
            error={problems.get('organisation')}
            options={others.map(({ organisation, number }) => ({
              value: organisation,
              label: view.nameOf(organisation),
              help: words.version(view.nameOf(organisation), number),
            }))}
          />
          <TextInput
            name="reason"
            id="skal-folj"
            label={words.reason}
            required
            maxLength={300}
            value={view.reason}
            error={problems.get('skal-folj')}
          />
          <Button kind="secondary">{words.follow}</Button>
        </Form>
      )}
    </Section>
  );
}

function TakeOver({ view }: { readonly view: FollowingView }): VNode | null {
  const words = followingTexts(view.language);
  if (view.variant.base === null) return null;
  return (
    <Section title={words.takeOver}>
      <p>{words.takeOverWhat}</p>
      <Form action={link(addresses.followNobody, atOf(view))}>
        <TextInput
          name="reason"
          id="skal-over"
          label={words.reason}
          required
          maxLength={300}
          error={view.problems.get('skal-over')}
        />
        <Button kind="secondary">{words.takeOver}</Button>
      </Form>
    </Section>
  );
}

function Head({ view }: { readonly view: FollowingView }): VNode {
  const { variant, language } = view;
  const words = followingTexts(language);
  const { base } = variant;
  return (
    <PageHead
      title={words.title(view.title)}
      trail={trailTo({ ...atOf(view), title: view.title, language }, { title: words.crumb })}
      summary={base === null ? words.nobody : words.summary(view.nameOf(base.organisation), base.number)}
    />
  );
}

/** Whom the variant follows, what they may see, and how their new versions come in. */
export function FollowingPage({ view }: { readonly view: FollowingView }): VNode {
  return (
    <div class="commons-edit">
      <ErrorSummary problems={[...view.problems].map(([field, message]) => ({ field, message }))} />
      <Head view={view} />
      {view.message !== null && <Said {...view.message} />}
      <Sharing view={view} />
      <Updates view={view} />
      <Another view={view} />
      <TakeOver view={view} />
    </div>
  );
}

type Matching = { readonly view: FollowingView; readonly proposals: readonly Reanchoring[] };

const pairValue = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  JSON.stringify([from, to]);

/** The two have no version in common: a person says which parts are the same. */
export function MatchPage({ view, proposals }: Matching): VNode {
  const { language } = view;
  const words = followingTexts(language);
  const name = (element: Reanchoring['before']): string => nameOfElement(element, language);
  return (
    <div class="commons-edit">
      <Head view={view} />
      <Section title={words.match}>
        <p>{proposals.length === 0 ? words.matchNone : words.matchWhat(view.nameOf(view.chosen))}</p>
        <Form
          action={link(addresses.followAnother, atOf(view))}
          hidden={{ organisation: view.chosen, reason: view.reason, matched: 'ja' }}
        >
          <div>
            {proposals.map((pair) => (
              <Checkbox
                key={pairValue(pair)}
                name="pair"
                id={`par-${pair.from}`}
                value={pairValue(pair)}
                label={words.pair(name(pair.after), name(pair.before))}
                help={words.alike(Math.round(pair.score * 100))}
                checked
              />
            ))}
          </div>
          <Button>{words.follow}</Button>
        </Form>
      </Section>
    </div>
  );
}
