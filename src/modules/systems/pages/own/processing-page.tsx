import type { VNode } from 'preact';
import { Details, EmptyState, Facts, Link, Pagination, Section, type Fact } from '../../../../ui/index.ts';
import { Folded } from '../folded.tsx';
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
  /** How many there are in all. */
  readonly count: string;
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
        <Section title={processing.all} note={view.count}>
          <div class="systems-folded">
            {view.entries.map((entry) => (
              <Entry key={entry.id} entry={entry} view={view} />
            ))}
          </div>
        </Section>
      )}
      <Pagination page={view.page} pages={view.pages} to={view.pageTo} />
    </OwnPage>
  );
}

function Entry({ entry, view }: { readonly entry: ProcessingEntry; readonly view: ProcessingView }): VNode {
  const { processing } = view.shell.views;
  const missing = entry.facts.filter((fact) => fact.missing).length;
  const note =
    missing === 0 ? processing.complete : <span class="systems-missing">{processing.lacking(missing)}</span>;
  return (
    <Details id={`b-${entry.id}`} summary={<Folded title={entry.name} note={note} />}>
      <Facts
        columns={1}
        facts={entry.facts.map(({ missing: lacks, ...fact }) =>
          lacks ? { ...fact, value: <span class="systems-missing">{processing.missing}</span> } : fact,
        )}
      />
      {entry.changeTo === null ? null : (
        <p>
          <Link to={entry.changeTo} label={`${processing.change} ${entry.name}`}>
            {processing.change}
          </Link>
        </p>
      )}
    </Details>
  );
}
