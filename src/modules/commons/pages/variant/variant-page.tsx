import type { ComponentChildren, VNode } from 'preact';
import { pickText } from '../../../../kernel/index.ts';
import { link, type Language } from '../../../../platform/http/index.ts';
import { formatDate, formatTime } from '../../../../platform/text/index.ts';
import {
  Alert,
  Columns,
  ErrorSummary,
  Link,
  OriginEdge,
  PageHead,
  Pagination,
  Section,
  Stack,
  Timeline,
  type FieldProblem,
} from '../../../../ui/index.ts';
import type { Review } from '../../actions/eyes.ts';
import type { DescribedChange } from '../../model/described.ts';
import * as addresses from '../../addresses.ts';
import type { DebtView, HistoryStep } from '../../model/debt.ts';
import type { ExampleResult } from '../../model/kind.ts';
import type { Standing } from '../../model/standing.ts';
import type { Variant, Version } from '../../model/work.ts';
import { variantTexts } from '../../texts/variant.ts';
import { Next } from './next-step.tsx';
import { ChecklistForm, fieldOf, type ChecklistView } from './checklist-form.tsx';
import { Debt } from './debt.tsx';
import { StandingAlerts } from './standing.tsx';
import { Stepping } from './stepping.tsx';

export type VariantView = {
  readonly variant: Variant;
  readonly standing: Standing;
  readonly updateAvailable: number | null;
  /** Contributions that wait for an answer. */
  readonly waiting: number;
  /** The newest version waits for another's eyes, and who may read it. */
  readonly review: (Review & { readonly reviewers: readonly string[] }) | null;
  readonly checklist: ChecklistView;
  readonly own: readonly DescribedChange[];
  readonly debt: DebtView;
  readonly versions: readonly Version[];
  readonly examples: readonly ExampleResult[];
  readonly history: { readonly steps: readonly HistoryStep[]; readonly page: number; readonly pages: number };
  readonly name: string;
  readonly nameOf: (organisation: string) => string;
  readonly language: Language;
  readonly canPreview: boolean;
  /** Others than designers read: they are shown no way that they may not go. */
  readonly mayChange: boolean;
  /** Came from another's, whether it follows anybody now or not. */
  readonly adopted: boolean;
  readonly publicAddress: string | null;
  readonly message: {
    readonly tone: 'good' | 'warning';
    readonly text: string;
    readonly details: readonly string[];
  } | null;
};

const atOf = ({ variant }: VariantView) => ({ organisation: variant.organisation, work: variant.work });

const openToAll = new Set(['preview', 'fleet', 'contributions', 'library', 'public']);

function Ways({ view }: { readonly view: VariantView }): VNode {
  const words = variantTexts(view.language).variant.act;
  const { variant } = view;
  const at = atOf(view);
  const ways = [
    { id: 'edit', title: words.edit, to: link(addresses.edit, at) },
    ...(view.canPreview
      ? [{ id: 'preview', title: words.preview, to: link(addresses.variantPreview, at) }]
      : []),
    ...(variant.base === null
      ? []
      : [{ id: 'contribute', title: words.contribute, to: link(addresses.contribute, at) }]),
    ...(variant.base === null && !view.adopted
      ? []
      : [{ id: 'following', title: words.following, to: link(addresses.following, at) }]),
    { id: 'use', title: words.use, to: link(addresses.takeInUse, at) },
    { id: 'publish', title: words.publish, to: link(addresses.publish, at) },
    ...(variant.published === null
      ? []
      : [{ id: 'fleet', title: words.fleet, to: link(addresses.fleet, at) }]),
    {
      id: 'contributions',
      title: view.waiting === 0 ? words.contributions : `${words.contributions} (${view.waiting})`,
      to: link(addresses.contributions, { organisation: variant.organisation }),
    },
    ...(variant.base === null && variant.published === null
      ? []
      : [{ id: 'library', title: words.libraryPage, to: link(addresses.work, { work: variant.work }) }]),
    ...(view.publicAddress === null || variant.running === null
      ? []
      : [{ id: 'public', title: words.publicPage, to: view.publicAddress }]),
  ];
  return (
    <nav aria-label={words.edit}>
      <ul class="k-ways">
        {ways
          .filter((way) => view.mayChange || openToAll.has(way.id))
          .map((way) => (
            <li key={way.id}>
              <Link to={way.to}>{way.title}</Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}

function Local({ view }: { readonly view: VariantView }): VNode | null {
  if (view.variant.base === null) return null;
  const words = variantTexts(view.language).variant;
  return (
    <Section title={words.local} note={view.own.length === 0 ? undefined : words.localCount(view.own.length)}>
      {view.own.length === 0 ? (
        <p>{words.localNone}</p>
      ) : (
        view.own.map((change) => (
          <OriginEdge key={change.id} origin="local">
            {change.sentence}
          </OriginEdge>
        ))
      )}
    </Section>
  );
}

function History({ view }: { readonly view: VariantView }): VNode {
  const words = variantTexts(view.language);
  const { steps, page, pages } = view.history;
  return (
    <Section title={words.variant.history} id="historik">
      <Timeline
        entries={steps.map((step) => ({
          id: step.id,
          at: step.at.toISOString(),
          when: `${formatDate(step.at, view.language)} ${formatTime(step.at, view.language)}`,
          what: (
            <>
              {words.history[step.kind]}
              {step.number !== null && step.kind !== 'settings' && `, ${words.variant.numbered(step.number)}`}
              . {step.by.name}
            </>
          ),
          note: step.reason ?? undefined,
        }))}
      />
      <Pagination
        page={page}
        pages={pages}
        to={(to) => `${link(addresses.variant, atOf(view), { sida: to })}#historik`}
      />
    </Section>
  );
}

function problemsOf({ checklist }: VariantView): readonly FieldProblem[] {
  return Object.entries(checklist.problems).map(([id, message]) => ({ field: fieldOf(id), message }));
}

function factsOf(view: VariantView): readonly ComponentChildren[] {
  const words = variantTexts(view.language).variant;
  const { variant } = view;
  const { running, base, published } = variant;
  return [
    <b>
      {running === null
        ? words.notRunning
        : words.running(running.number, formatDate(running.since, view.language))}
    </b>,
    base === null ? words.ownedByUs : words.follows(view.nameOf(base.organisation), base.number),
    ...(published === null ? [] : [words.publishedAs(published)]),
  ];
}

/** One organisation's variant: what to do next, what is local, the checklist, versions and history. */
export function VariantPage({ view }: { readonly view: VariantView }): VNode {
  const words = variantTexts(view.language).variant;
  const title = pickText(view.variant.title, view.language);
  const head = (
    <Stack>
      <PageHead
        title={title}
        trail={[
          { title: words.crumb, to: link(addresses.variants, { organisation: view.variant.organisation }) },
          { title },
        ]}
        facts={factsOf(view)}
      />
      <StandingAlerts {...view} />
    </Stack>
  );
  const passed = view.examples.filter((example) => example.passed).length;
  return (
    <>
      <ErrorSummary problems={problemsOf(view)} />
      <Columns
        kind="work"
        head={head}
        asideLabel={words.next}
        aside={
          <>
            {view.mayChange && <Next view={view} />}
            <Ways view={view} />
          </>
        }
      >
        {view.message !== null && (
          <Alert tone={view.message.tone} title={view.message.text}>
            {view.message.details.length > 0 && (
              <ul>
                {view.message.details.map((detail) => (
                  <li key={detail}>{detail}</li>
                ))}
              </ul>
            )}
          </Alert>
        )}
        <Local view={view} />
        {view.mayChange && <Debt view={view} />}
        {view.checklist.checklist.items.length > 0 && (
          <Section
            title={words.checklist}
            id="uppgifter"
            note={words.checklistSummary(view.checklist.checklist.missing.length)}
          >
            {view.mayChange && <ChecklistForm view={view.checklist} />}
          </Section>
        )}
        {view.examples.length > 0 && (
          <Section title={words.testsTitle} note={words.tests(passed, view.examples.length)}>
            <ul class="commons-list">
              {view.examples
                .filter((example) => !example.passed)
                .map((example) => (
                  <li key={example.id}>
                    {example.id}: {example.message?.[view.language]}
                  </li>
                ))}
            </ul>
          </Section>
        )}
        {view.mayChange && <Stepping view={view} />}
        <History view={view} />
      </Columns>
    </>
  );
}
