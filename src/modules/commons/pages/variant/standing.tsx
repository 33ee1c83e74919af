import type { VNode } from 'preact';
import { link, type Language } from '../../../../platform/http/index.ts';
import { formatDate } from '../../../../platform/text/index.ts';
import { Alert, Link } from '../../../../ui/index.ts';
import * as addresses from '../../addresses.ts';
import type { Standing } from '../../model/standing.ts';
import type { Variant } from '../../model/work.ts';
import { standingTexts } from '../../texts/standing.ts';

export type StandingProps = {
  readonly standing: Standing;
  readonly variant: Variant;
  readonly updateAvailable: number | null;
  readonly nameOf: (organisation: string) => string;
  readonly mayChange: boolean;
  readonly language: Language;
};

/** What can be done about a recalled version, where there is anybody who may. */
function Way({ standing, variant, updateAvailable, nameOf, language }: StandingProps): VNode {
  const words = standingTexts(language);
  const at = { organisation: variant.organisation, work: variant.work };
  if (standing.recalled?.running === true && variant.running?.versionId !== variant.head.versionId) {
    return <p>{words.useHead(variant.head.number)}</p>;
  }
  if (updateAvailable !== null && variant.base !== null) {
    return (
      <p>
        <Link to={link(addresses.update, at)}>
          {words.takeUpdate(nameOf(variant.base.organisation), updateAvailable)}
        </Link>
      </p>
    );
  }
  return (
    <p>
      {words.noNewer} <Link to={link(addresses.edit, at)}>{words.edit}</Link>
    </p>
  );
}

/** That what one has is recalled, or that nobody looks after it any more, with the reason and what to do. */
export function StandingAlerts(props: StandingProps): VNode {
  const { standing, variant, nameOf, mayChange, language } = props;
  const { recalled, withdrawn } = standing;
  const words = standingTexts(language);
  const at = { organisation: variant.organisation, work: variant.work };
  return (
    <>
      {recalled !== null && (
        <Alert
          tone="warning"
          title={(recalled.running ? words.runningRecalled : words.recalled)(
            nameOf(recalled.organisation),
            recalled.number,
          )}
        >
          <p>{words.reason(formatDate(recalled.at, language), recalled.reason)}</p>
          {mayChange && <Way {...props} />}
        </Alert>
      )}
      {withdrawn !== null && (
        <Alert tone="warning" title={words.withdrawn(nameOf(withdrawn.organisation))}>
          <p>{words.reason(formatDate(withdrawn.at, language), withdrawn.reason)}</p>
          <p>
            {words.withdrawnWhat}{' '}
            {mayChange && <Link to={link(addresses.following, at)}>{words.followOther}</Link>}
          </p>
        </Alert>
      )}
    </>
  );
}
