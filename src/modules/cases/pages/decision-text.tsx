import type { VNode } from 'preact';
import type { Language } from '../../../platform/http/index.ts';
import { Facts, Prose } from '../../../ui/index.ts';
import type { Localised } from '../model/process.ts';
import type { Party } from '../texts/parties.ts';
import { textIn } from '../texts/localised.ts';

export type DecisionTextProps = {
  readonly language: Language;
  /** Who applied, and whom or what it concerns. */
  readonly parties: readonly Party[];
  readonly text: Localised;
  readonly reasons: string;
  readonly appeal: Localised | null;
  readonly titles: { readonly reasons: string; readonly appeal: string };
};

/** A decision as it is read: what it says, why, and how to appeal. */
export function DecisionText({ language, parties, text, reasons, appeal, titles }: DecisionTextProps): VNode {
  return (
    <div class="k-case-decision">
      <Facts columns={1} facts={parties.map(({ term, value }) => ({ term, value }))} />
      <Prose text={textIn(text, language)} reads />
      {reasons === '' ? null : (
        <>
          <h3>{titles.reasons}</h3>
          <p class="k-case-text k-serif">{reasons}</p>
        </>
      )}
      {appeal === null ? null : (
        <>
          <h3>{titles.appeal}</h3>
          <Prose text={textIn(appeal, language)} reads />
        </>
      )}
    </div>
  );
}
