import type { VNode } from 'preact';
import { EmptyState, Facts, Link, Pagination, Section, type Fact } from '../../../../ui/index.ts';
import { OwnPage, type Shell } from './shell.tsx';

export type ProcessingEntry = {
  readonly id: string;
  readonly name: string;
  readonly to: string;
  readonly changeTo: string | null;
  readonly facts: readonly (Fact & { readonly missing: boolean })[];
};

export type ProcessingView = {
  readonly shell: Shell;
  readonly controller: readonly Fact[];
  readonly entries: readonly ProcessingEntry[];
  readonly unanswered: {
    readonly text: string;
    readonly rows: readonly { readonly id: string; readonly name: string; readonly to: string }[];
  } | null;
  readonly files: readonly { readonly title: string; readonly to: string }[];
  readonly page: number;
  readonly pages: number;
  readonly pageTo: (page: number) => string;
};

/** The record of processing, made of what is said of the systems. */
export function ProcessingPage(view: ProcessingView): VNode {
  const { processing } = view.shell.views;
  return (
    <OwnPage shell={view.shell}>
      <Section title={processing.controller} plain>
        <Facts facts={view.controller} columns={1} />
        <p class="systems-files">
          {view.files.map((file) => (
            <Link key={file.to} to={file.to}>
              {file.title}
            </Link>
          ))}
        </p>
      </Section>
      {view.unanswered === null ? null : (
        <Section title={processing.unanswered}>
          <p>{view.unanswered.text}</p>
          <ul class="systems-mend">
            {view.unanswered.rows.map((row) => (
              <li key={row.id}>
                <Link to={row.to}>{row.name}</Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {view.entries.length === 0 ? (
        <EmptyState title={processing.empty}>
          <p>{processing.emptyText}</p>
        </EmptyState>
      ) : (
        view.entries.map((entry) => <Entry key={entry.id} entry={entry} view={view} />)
      )}
      <Pagination page={view.page} pages={view.pages} to={view.pageTo} />
    </OwnPage>
  );
}

function Entry({ entry, view }: { readonly entry: ProcessingEntry; readonly view: ProcessingView }): VNode {
  const { processing } = view.shell.views;
  return (
    <Section
      title={entry.name}
      id={`b-${entry.id}`}
      {...(entry.changeTo === null
        ? {}
        : {
            action: (
              <Link to={entry.changeTo} label={`${processing.change} ${entry.name}`}>
                {processing.change}
              </Link>
            ),
          })}
    >
      <Facts
        columns={1}
        facts={entry.facts.map(({ missing, ...fact }) =>
          missing ? { ...fact, value: <span class="systems-missing">{processing.missing}</span> } : fact,
        )}
      />
    </Section>
  );
}
