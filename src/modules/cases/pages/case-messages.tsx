import type { VNode } from 'preact';
import { link } from '../../../platform/http/index.ts';
import { Button, Details, FileInput, Form, Paper, Textarea } from '../../../ui/index.ts';
import { workAddresses } from '../addresses.ts';
import { mostMegabytes } from '../../../platform/files/index.ts';
import { acceptAttribute } from '../files/accept.ts';
import { texts } from '../texts/index.ts';
import { type CaseView, fileAddress, typedIn } from './case-view.ts';
import { Conversation } from './conversation.tsx';
import { errorAt } from './trouble.ts';

/** The conversation with the applicant, and the form that goes on with it. */
export function MessagePaper({ view }: { readonly view: CaseView }): VNode {
  const { about, dossier, language } = view;
  const words = texts(language).work;
  const isEmpty = dossier.messages.length === 0 && dossier.completions.length === 0;
  return (
    <Paper title={words.messages} id="meddelanden">
      {isEmpty ? (
        <p>{words.noMessages}</p>
      ) : (
        <Conversation
          dossier={dossier}
          language={language}
          words={{
            applicant: about.contact.name === '' ? words.applicant : about.contact.name,
            says: words.says,
            asks: words.asks,
            answers: words.answersWith,
            answerBefore: words.answerBefore,
            ended: words.endedWithout,
          }}
          fileAddress={(file) => fileAddress(view, file)}
        />
      )}
      {about.life.unanswered === null ? null : (
        <Form
          action={link(workAddresses.read, { organisation: about.organisation, case: about.id })}
          class="k-form-inline"
        >
          <Button kind="tertiary">{words.noAnswerNeeded}</Button>
        </Form>
      )}
      {about.life.status.kind === 'closed' ? null : <MessageForm view={view} />}
    </Paper>
  );
}

function MessageForm({ view }: { readonly view: CaseView }): VNode {
  const { about, language, trouble } = view;
  const words = texts(language).work;
  if (about.person === null) return <p class="k-meta">{words.cannotAnswer}</p>;
  const address = link(workAddresses.message, { organisation: about.organisation, case: about.id });
  return (
    <Details
      summary={words.writeMessage}
      open={about.life.unanswered !== null || trouble?.form === 'message'}
    >
      <Form action={address} files>
        <Textarea
          name="text"
          id="message"
          label={words.messageLabel}
          help={words.messageHelp}
          required
          value={typedIn(view, 'message')['text']}
          {...errorAt(view, 'message', 'message')}
        />
        <FileInput
          name="files"
          id="message-files"
          label={words.files}
          help={words.filesHelp(mostMegabytes)}
          accept={acceptAttribute}
          several
          {...errorAt(view, 'message', 'message-files')}
        />
        <Button kind="secondary">{words.sendMessage}</Button>
      </Form>
    </Details>
  );
}
