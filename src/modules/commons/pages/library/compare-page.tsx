import type { VNode } from 'preact';
import type { Language } from '../../../../platform/http/index.ts';
import { Link, Marks, PageHead, Section, Terms, type Crumb } from '../../../../ui/index.ts';
import type { DescribedChange } from '../../model/described.ts';
import { libraryTexts } from '../../texts/library.ts';

export type CompareView = {
  /** Whose versions they are; null when they are the reader's own. */
  readonly name: string | null;
  readonly from: number;
  readonly to: number;
  readonly changes: readonly DescribedChange[];
  readonly language: Language;
  readonly trail: readonly Crumb[];
  /** Other versions to compare the newer one with. */
  readonly others: readonly { readonly number: number; readonly to: string }[];
};

/** Changes in document order, grouped by the parts of the work, each as a sentence with its words marked. */
function ChangesByPart({ changes }: { readonly changes: readonly DescribedChange[] }): VNode {
  const parts = Map.groupBy(changes, (change) => change.part.path);
  return (
    <>
      {[...parts].map(([path, inPart]) => (
        <Section key={path} title={inPart[0]?.part.title ?? ''}>
          <Terms
            rows={inPart.map((change) => ({
              id: change.id.replaceAll(/[^\w-]+/g, '-'),
              term: change.sentence,
              text: change.words === null ? '' : <Marks marks={change.words} side="shared" />,
            }))}
          />
        </Section>
      ))}
    </>
  );
}

/** What differs between two published versions, in the reader's words. */
export function ComparePage({ view }: { readonly view: CompareView }): VNode {
  const words = libraryTexts(view.language).compare;
  return (
    <>
      <PageHead
        title={words.title(view.name, view.from, view.to)}
        trail={view.trail}
        summary={view.changes.length === 0 ? words.none : words.count(view.changes.length)}
        ruled
      />
      <ChangesByPart changes={view.changes} />
      {view.others.length > 0 && (
        <ul class="k-fact-row">
          {view.others.map((other) => (
            <li key={other.number}>
              <Link to={other.to}>{words.back(view.name, other.number)}</Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
