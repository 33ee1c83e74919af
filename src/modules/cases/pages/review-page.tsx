import type { VNode } from 'preact';
import { link, type Language } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Columns,
  ActPanel,
  Form,
  PageHead,
  Paper,
  Stack,
} from '../../../ui/index.ts';
import { workAddresses } from '../addresses.ts';
import type { Case, DecisionDraft } from '../model/case.ts';
import type { DecisionChoice } from '../model/new-case.ts';
import { partiesOf } from '../texts/parties.ts';
import { texts } from '../texts/index.ts';
import { DecisionText } from './decision-text.tsx';

export type ReviewPageProps = {
  readonly language: Language;
  readonly about: Case;
  readonly choice: DecisionChoice;
  readonly draft: DecisionDraft;
};

/** The decision as the applicant will read it, before it is sent and cannot be changed. */
export function ReviewPage({ language, about, choice, draft }: ReviewPageProps): VNode {
  const words = texts(language);
  const { review } = words.work;
  const here = { organisation: about.organisation, case: about.id };
  const page = link(workAddresses.case, here);
  return (
    <Stack>
      <PageHead
        title={review.title}
        trail={[
          {
            title: words.work.area,
            to: link(workAddresses.cases, { organisation: about.organisation }),
          },
          { title: about.number, to: page },
          { title: review.title },
        ]}
        lede={review.lede}
      />
      <Columns
        kind="case"
        aside={
          <ActPanel
            title={review.send}
            lede={about.person === null ? review.sentToNobody : review.sentTo}
            note={review.communicate}
          >
            <Form action={link(workAddresses.decide, here)} hidden={{ revision: draft.revision }}>
              <Actions>
                <Button>{review.send}</Button>
                <ButtonLink kind="tertiary" to={page}>
                  {review.change}
                </ButtonLink>
              </Actions>
            </Form>
          </ActPanel>
        }
      >
        <Paper
          title={`${words.documents.decision}: ${words.documents.outcomes[choice.outcome].toLowerCase()}`}
          note={about.number}
        >
          <DecisionText
            language={language}
            parties={partiesOf(about, language)}
            text={choice.text}
            reasons={draft.reasons.trim()}
            appeal={choice.outcome === 'approved' ? null : about.appeal}
            titles={words.documents}
          />
        </Paper>
      </Columns>
    </Stack>
  );
}
