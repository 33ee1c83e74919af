import type { ComponentChildren, VNode } from 'preact';
import {
  ActPanel,
  Alert,
  Button,
  Columns,
  Details,
  Facts,
  Form,
  Link,
  LinkList,
  Section,
  SideFacts,
  Pagination,
  Timeline,
  type Fact,
  type LinkListItem,
  type TimelineEntry,
} from '../../../../ui/index.ts';
import { FlowSection, type FlowView } from './flow-section.tsx';
import { OwnPage, type Shell } from './shell.tsx';

export type GroupView = {
  readonly id: string;
  readonly title: string;
  readonly shownTo: string;
  readonly facts: readonly Fact[];
  readonly change: { readonly title: string; readonly to: string; readonly label: string } | null;
};

export type UsageView = {
  readonly shell: Shell;
  /** Why it cannot be changed here; null for one's own. */
  readonly joint: string | null;
  readonly confidence: { readonly title: string; readonly text: string; readonly old: boolean };
  readonly lacks: readonly LinkListItem[];
  readonly side: readonly Fact[];
  readonly groups: readonly GroupView[];
  /** Groups of which nothing is known. */
  readonly empty: readonly LinkListItem[];
  readonly flows: FlowView | null;
  readonly history: readonly TimelineEntry[];
  readonly historyMore: string | null;
  readonly historyPages: Parameters<typeof Pagination>[0];
  readonly acts: {
    readonly confirmTo: string;
    readonly secretTo: string;
    readonly secret: boolean;
    readonly removeTo: string;
    readonly productTo: string;
    readonly othersTo: string;
    readonly policyTo: string;
  } | null;
};

/** One system: what is known, who sees it, how sure it is, and what became of it. */
export function UsagePage(view: UsageView): VNode {
  const { one } = view.shell.words;
  return (
    <OwnPage shell={view.shell}>
      <Columns kind="case" aside={<Aside view={view} />} asideLabel={one.ask}>
        {view.joint === null ? null : <Alert tone="info" title={view.joint} />}
        {view.groups.map((group) => (
          <Group key={group.id} group={group} />
        ))}
        {view.empty.length === 0 ? null : (
          <Section title={one.nothing}>
            <LinkList items={view.empty} columns={2} />
          </Section>
        )}
        {view.flows === null ? null : <FlowSection view={view.flows} words={view.shell.words} />}
        {view.history.length === 0 ? null : (
          <Section title={one.history} id="historik">
            <Timeline entries={view.history} />
            {view.historyMore === null ? null : (
              <p>
                <Link to={view.historyMore}>{view.shell.words.history.more}</Link>
              </p>
            )}
            <Pagination {...view.historyPages} />
          </Section>
        )}
        {view.acts === null ? null : <Sharing view={view} acts={view.acts} />}
      </Columns>
    </OwnPage>
  );
}

function Group({ group }: { readonly group: GroupView }): VNode {
  const action: ComponentChildren =
    group.change === null ? undefined : (
      <Link to={group.change.to} label={group.change.label}>
        {group.change.title}
      </Link>
    );
  return (
    <Section title={group.title} id={group.id} note={group.shownTo} action={action}>
      <Facts facts={group.facts} />
    </Section>
  );
}

function Aside({ view }: { readonly view: UsageView }): VNode {
  const { one } = view.shell.words;
  const { acts, confidence } = view;
  return (
    <>
      {acts === null ? (
        <p class="systems-confidence" data-old={confidence.old ? true : undefined}>
          <b>{confidence.title}</b> {confidence.text}
        </p>
      ) : (
        <ActPanel
          title={one.ask}
          lede={
            <>
              <b>{confidence.title}</b>. {confidence.text}.
            </>
          }
          note={one.askText}
        >
          <Form action={acts.confirmTo}>
            <Button kind={confidence.old ? 'primary' : 'secondary'} wide>
              {one.confirm}
            </Button>
          </Form>
        </ActPanel>
      )}
      {view.lacks.length === 0 ? null : (
        <section class="k-section" data-plain id="saknas">
          <h2 class="systems-side-title">{one.lacks}</h2>
          <LinkList items={view.lacks} ruled />
        </section>
      )}
      <SideFacts facts={view.side} />
      {acts === null ? null : (
        <p class="k-meta">
          <Link to={acts.othersTo}>{one.others}</Link>
          <br />
          {one.wrongProduct} <Link to={acts.productTo}>{one.changeProduct}</Link>
        </p>
      )}
    </>
  );
}

type Acts = NonNullable<UsageView['acts']>;

function Sharing({ view, acts }: { readonly view: UsageView; readonly acts: Acts }): VNode {
  const { one } = view.shell.words;
  return (
    <section class="k-section systems-sharing">
      <Details summary={one.secret} open={acts.secret}>
        <p>{acts.secret ? one.secretOn : one.secretOff}</p>
        <Form action={acts.secretTo} hidden={{ hemligt: acts.secret ? 'nej' : 'ja' }}>
          <Button kind="secondary">{acts.secret ? one.show : one.hide}</Button>
        </Form>
        <p>
          <Link to={acts.policyTo}>{one.policy}</Link>
        </p>
      </Details>
      <Details summary={one.remove}>
        <p>{one.removeText}</p>
        <Form action={acts.removeTo}>
          <Button kind="secondary">{one.remove}</Button>
        </Form>
      </Details>
    </section>
  );
}
