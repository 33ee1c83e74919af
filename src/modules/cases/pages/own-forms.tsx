import type { VNode } from 'preact';
import { link } from '../../../platform/http/index.ts';
import { formatDate } from '../../../platform/text/index.ts';
import { ActPanel, Button, Details, FileInput, Form, Section, Textarea } from '../../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { noonOf } from '../../../kernel/dates/index.ts';
import { mostMegabytes } from '../../../platform/files/index.ts';
import { acceptAttribute } from '../files/accept.ts';
import type { Completion } from '../model/case.ts';
import { texts } from '../texts/index.ts';
import { Conversation } from './conversation.tsx';
import { problemsOf } from './failure.ts';
import type { OwnForm, OwnView } from './own-view.ts';

const here = ({ about }: OwnView) => ({ organisation: about.organisation, case: about.id });

function errorAt(view: OwnView, form: OwnForm, field: string): { readonly error?: string } {
  const { trouble, language } = view;
  if (trouble?.form !== form) return {};
  const control = form === 'complete' ? 'answer' : 'message';
  const found = problemsOf(trouble.failure, { text: control, files: `${control}-files` }, language)
    .filter((problem) => problem.field === field)
    .map(({ message }) => message);
  return found.length === 0 ? {} : { error: found.join(' ') };
}

const typedIn = ({ trouble }: OwnView, form: OwnForm): string | undefined =>
  trouble?.form === form ? trouble.text : undefined;

/** What is asked of the person, by when, and the way to answer. Nothing when nothing is asked. */
export function CompleteForm({ view }: { readonly view: OwnView }): VNode | null {
  const open = view.dossier.completions.find(({ state }) => state.kind === 'open');
  return open === undefined ? null : <OpenCompletion view={view} asked={open} />;
}

function OpenCompletion({ view, asked }: { readonly view: OwnView; readonly asked: Completion }): VNode {
  const { language, today } = view;
  const words = texts(language).own.complete;
  const day = formatDate(noonOf(asked.due), language);
  return (
    <ActPanel title={words.title} lede={<b>{asked.due < today ? words.late(day) : words.due(day)}</b>}>
      <p class="k-meta">{words.asked(asked.askedBy, formatDate(asked.askedAt, language))}</p>
      <p class="k-case-text k-serif">{asked.text}</p>
      <Form action={link(addresses.ownCompletion, { ...here(view), completion: asked.id })} files>
        <Textarea
          name="text"
          id="answer"
          label={words.text}
          value={typedIn(view, 'complete')}
          {...errorAt(view, 'complete', 'answer')}
        />
        <FileInput
          name="files"
          id="answer-files"
          label={words.files}
          help={words.filesHelp(mostMegabytes)}
          accept={acceptAttribute}
          several
          {...errorAt(view, 'complete', 'answer-files')}
        />
        <Button>{words.button}</Button>
      </Form>
    </ActPanel>
  );
}

/** The conversation, and the form that goes on with it while the case is open. */
export function OwnMessages({ view }: { readonly view: OwnView }): VNode {
  const { about, dossier, language, trouble } = view;
  const words = texts(language).own.messages;
  const work = texts(language).work;
  const isEmpty = dossier.messages.length === 0 && dossier.completions.length === 0;
  return (
    <Section title={words.title} id="meddelanden">
      {isEmpty ? (
        <p class="k-meta">{words.none}</p>
      ) : (
        <Conversation
          dossier={dossier}
          language={language}
          words={{
            applicant: words.you,
            says: words.says,
            asks: words.asks,
            answers: words.answers,
            answerBefore: work.answerBefore,
            ended: work.endedWithout,
          }}
          fileAddress={(file) => link(addresses.ownFile, { ...here(view), file: file.id })}
        />
      )}
      {about.life.status.kind === 'closed' ? (
        <p>{words.closed}</p>
      ) : (
        <Details summary={words.write} open={trouble?.form === 'message'}>
          <Form action={link(addresses.ownMessage, here(view))} files>
            <Textarea
              name="text"
              id="message"
              label={words.label}
              required
              value={typedIn(view, 'message')}
              {...errorAt(view, 'message', 'message')}
            />
            <FileInput
              name="files"
              id="message-files"
              label={work.files}
              help={texts(language).own.complete.filesHelp(mostMegabytes)}
              accept={acceptAttribute}
              several
              {...errorAt(view, 'message', 'message-files')}
            />
            <Button kind="secondary">{words.button}</Button>
          </Form>
        </Details>
      )}
    </Section>
  );
}
