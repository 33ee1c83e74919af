import type { VNode } from 'preact';
import { pickText } from '../../../../kernel/index.ts';
import type { Language } from '../../../../platform/http/index.ts';
import { formatDate } from '../../../../platform/text/index.ts';
import { LinkList, Section, Stack } from '../../../../ui/index.ts';
import type { LibraryHit } from '../../model/library.ts';
import { libraryTexts } from '../../texts/library.ts';

export type OpeningView = {
  readonly mostUsed: readonly LibraryHit[];
  readonly newest: readonly LibraryHit[];
};

type Props = {
  readonly opening: OpeningView;
  readonly language: Language;
  readonly nameOf: (organisation: string) => string;
  readonly workAddress: (work: string) => string;
};

/** What stands out of the library for somebody who has asked for nothing yet. */
export function Opening({ opening, language, nameOf, workAddress }: Props): VNode {
  const words = libraryTexts(language);
  const list = (hits: readonly LibraryHit[], said: (hit: LibraryHit) => string): VNode => (
    <LinkList
      columns={4}
      items={hits.map((hit) => ({
        id: hit.work,
        title: pickText(hit.title, language),
        to: workAddress(hit.work),
        note: `${nameOf(hit.organisation)}. ${said(hit)}.`,
      }))}
    />
  );
  return (
    <Stack>
      <Section title={words.opening.mostUsed}>
        {list(opening.mostUsed, (hit) => words.users(hit.users))}
      </Section>
      <Section title={words.opening.newest}>
        {list(opening.newest, (hit) => formatDate(hit.publishedAt, language))}
      </Section>
    </Stack>
  );
}
