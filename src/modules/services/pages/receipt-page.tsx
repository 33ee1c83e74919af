import type { VNode } from 'preact';
import { ButtonLink, DoneState, Facts, Link, Prose } from '../../../ui/index.ts';
import type { Fact } from '../../../ui/index.ts';
import type { Texts } from '../texts/index.ts';

export type ReceiptView = {
  readonly words: Texts;
  readonly service: string;
  readonly number: string;
  readonly facts: readonly Fact[];
  /** What happens next, markdown; the service's own words. */
  readonly next: string | null;
  /** `null` for who sent it without signing in. */
  readonly followTo: string | null;
  readonly pdfTo: string | null;
  readonly homeTo: string;
};

/** The receipt: the number, what happens now, and a way on. The same however often it was sent. */
export function ReceiptPage(view: ReceiptView): VNode {
  const { words } = view;
  return (
    <div class="sv-receipt">
      <p class="k-meta">{view.service}</p>
      <DoneState
        main
        title={words.receipt.heading}
        number={view.number}
        actions={
          view.followTo === null ? (
            <ButtonLink to={view.homeTo} kind="secondary">
              {words.receipt.more}
            </ButtonLink>
          ) : (
            <>
              <ButtonLink to={view.followTo}>{words.receipt.followUp}</ButtonLink>
              {view.pdfTo === null ? null : <Link to={view.pdfTo}>{words.receipt.pdf}</Link>}
            </>
          )
        }
      >
        {view.followTo === null ? <p>{words.receipt.anonymous}</p> : null}
        <Facts facts={view.facts} columns={1} />
        {view.next === null ? null : (
          <section aria-labelledby="next">
            <h2 id="next">{words.receipt.next}</h2>
            <Prose text={view.next} />
          </section>
        )}
      </DoneState>
    </div>
  );
}
