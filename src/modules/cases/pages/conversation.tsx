import type { VNode } from 'preact';
import type { Language } from '../../../platform/http/index.ts';
import { Link, Timeline, type TimelineEntry } from '../../../ui/index.ts';
import { formatDate } from '../../../platform/text/index.ts';
import { noonOf } from '../../../kernel/dates/index.ts';
import type { CaseFile, Completion, Dossier, Message } from '../model/case.ts';
import { moment } from './days.ts';

/** The words of a conversation, which differ with who reads it. */
export type ConversationWords = {
  readonly applicant: string;
  readonly says: string;
  readonly asks: string;
  readonly answers: string;
  readonly answerBefore: (due: string) => string;
  readonly ended: string;
};

export type ConversationProps = {
  readonly dossier: Pick<Dossier, 'messages' | 'completions' | 'files'>;
  readonly language: Language;
  readonly words: ConversationWords;
  readonly fileAddress: (file: CaseFile) => string;
};

type Entry = TimelineEntry & { readonly time: number };

/** Messages, what was asked for and what was answered, the latest first. */
export function Conversation(props: ConversationProps): VNode {
  const { messages, completions } = props.dossier;
  const entries: readonly Entry[] = [
    ...messages.map((message) => messageEntry(message, props)),
    ...completions.flatMap((completion) => completionEntries(completion, props)),
  ];
  return <Timeline entries={entries.toSorted((one, other) => other.time - one.time)} />;
}

function entry(
  { language }: ConversationProps,
  { id, at, what, files }: { id: string; at: Date; what: VNode; files: VNode | null },
): Entry {
  const shown = { id, at: at.toISOString(), when: moment(at, language), what, time: at.getTime() };
  return files === null ? shown : { ...shown, note: files };
}

function Text(props: { readonly who: string; readonly verb: string; readonly text: string }): VNode {
  return (
    <p class="k-case-text">
      <b>{props.who}</b> {props.verb}: {props.text}
    </p>
  );
}

function FileLinks(props: ConversationProps & { readonly of: readonly CaseFile[] }): VNode | null {
  if (props.of.length === 0) return null;
  return (
    <ul class="k-case-files">
      {props.of.map((file) => (
        <li key={file.id}>
          <Link to={props.fileAddress(file)}>{file.name}</Link>
        </li>
      ))}
    </ul>
  );
}

function messageEntry(message: Message, props: ConversationProps): Entry {
  const { words, dossier } = props;
  const who = message.sender === 'applicant' ? words.applicant : message.author;
  const sent = dossier.files.filter((file) => file.message === message.id);
  return entry(props, {
    id: `m-${message.id}`,
    at: message.at,
    what: <Text who={who} verb={words.says} text={message.text} />,
    files: <FileLinks {...props} of={sent} />,
  });
}

function completionEntries(completion: Completion, props: ConversationProps): readonly Entry[] {
  const { words, dossier, language } = props;
  const due = words.answerBefore(formatDate(noonOf(completion.due), language));
  const asked = entry(props, {
    id: `c-${completion.id}`,
    at: completion.askedAt,
    what: <Text who={completion.askedBy} verb={words.asks} text={completion.text} />,
    files: <>{completion.state.kind === 'ended' ? words.ended : due}</>,
  });
  if (completion.state.kind !== 'answered') return [asked];
  const sent = dossier.files.filter((file) => file.completion === completion.id);
  const { at, answer } = completion.state;
  const answered = entry(props, {
    id: `a-${completion.id}`,
    at,
    what: <Text who={words.applicant} verb={words.answers} text={answer} />,
    files: <FileLinks {...props} of={sent} />,
  });
  return [answered, asked];
}
