import type { VNode } from 'preact';
import { Link, OriginMark, Section, SideFacts, type Fact } from '../../../../ui/index.ts';
import type { ReadingTexts } from '../../texts/reading.ts';

export type AboutText = {
  /** "GVS12, version 2" */
  readonly common: string | null;
  /** "Skara, 4 mars 2026" */
  readonly local: string | null;
  /** Who wrote it, where it follows nobody. */
  readonly own: string | null;
  readonly reviewBy: string;
  /** Which version, and when it was printed: on paper only. */
  readonly printed: string;
  readonly ways: readonly { readonly title: string; readonly to: string }[];
};

/** Whose the text is, since when, and how it is put right. */
export function AboutTextColumn({
  about,
  words,
}: {
  readonly about: AboutText;
  readonly words: ReadingTexts;
}): VNode {
  const facts: readonly Fact[] = [
    ...(about.common === null
      ? []
      : [{ term: words.text.common, value: <OriginMark origin="shared" word={about.common} /> }]),
    ...(about.local === null
      ? []
      : [{ term: words.text.local, value: <OriginMark origin="local" word={about.local} /> }]),
    ...(about.own === null ? [] : [{ term: words.text.own, value: about.own }]),
    { term: words.text.reviewBy, value: about.reviewBy },
  ];
  return (
    <>
      <div class="guides-about">
        <Section plain title={words.text.heading}>
          <SideFacts facts={facts} />
        </Section>
      </div>
      <p class="guides-printed">{about.printed}</p>
      {about.ways.length === 0 ? null : (
        <Section title={words.text.wrong}>
          <ul class="guides-ways">
            {about.ways.map((way) => (
              <li key={way.to}>
                <Link to={way.to}>{way.title}</Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
