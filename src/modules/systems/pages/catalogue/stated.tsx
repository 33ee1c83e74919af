import type { VNode } from 'preact';
import type { Language } from '../../../../platform/http/index.ts';
import { Link, Section, Terms } from '../../../../ui/index.ts';
import { supplyingTexts } from '../../texts/supplying.ts';

export type StatedStandard = {
  readonly id: string;
  readonly name: string;
  readonly web: string;
  /** "Följer delvis från version 4" */
  readonly answer: string;
  readonly evidence: string;
  /** "Leverantörens uppgift, 3 november 2026" */
  readonly said: string;
};

/** Beside what others say, and apart from it. */
export function Stated({
  language,
  stated,
}: {
  readonly language: Language;
  readonly stated: readonly StatedStandard[];
}): VNode | null {
  const words = supplyingTexts(language).standards;
  if (stated.length === 0) return null;
  return (
    <Section title={words.statement} note={words.statementNote} id="leverantorens-svar">
      <Terms
        rows={stated.map(({ id, name, web, answer, evidence, said }) => ({
          id: `stated-${id}`,
          term: <Link to={web}>{name}</Link>,
          text: (
            <>
              {answer}{' '}
              {evidence === '' ? null : (
                <>
                  <Link to={evidence} rel="external" label={`${words.shown}: ${name}`}>
                    {words.shown}
                  </Link>{' '}
                </>
              )}
              <span class="k-meta">{said}</span>
            </>
          ),
        }))}
      />
    </Section>
  );
}
