import type { VNode } from 'preact';
import {
  Button,
  Chips,
  EmptyState,
  ErrorSummary,
  Form,
  Link,
  PageHead,
  Pagination,
  SavedNote,
  Textarea,
  type Chip,
  type Crumb,
  type FieldProblem,
} from '../../../../ui/index.ts';
import type { CareTexts } from '../../texts/care.ts';

export type NoteLine = {
  readonly id: string;
  /** "Logga in, i Föra journal" */
  readonly place: { readonly title: string; readonly to: string };
  readonly text: string;
  /** "En läsare, 3 mars 2027" */
  readonly by: string;
  readonly sentOn: string | null;
  /** "Anna svarade 4 mars 2027:" with what; null for one that is open. */
  readonly answer: { readonly by: string; readonly text: string } | null;
  /** Whether whoever wrote it will see an answer. */
  readonly heard: boolean;
  readonly answerTo: string;
  /** Who wrote the text, where it is common and the note may go there. */
  readonly sendOn: { readonly title: string; readonly to: string } | null;
  readonly change: string | null;
};

/** What was not done with a note, in words, and what was typed. */
type Trouble = {
  readonly id: string;
  readonly text: string;
  readonly typed: string;
  /** What is wrong is the answer itself. */
  readonly inAnswer: boolean;
};

export type NotesView = {
  readonly words: CareTexts;
  readonly trail: readonly Crumb[];
  readonly chips: readonly Chip[];
  readonly open: boolean;
  readonly done: boolean;
  readonly trouble: Trouble | null;
  readonly notes: readonly NoteLine[];
  readonly page: number;
  readonly pages: number;
  readonly pageTo: (page: number) => string;
};

/** What readers have written, each with its answer or a place for one. */
export function NotesPage(view: NotesView): VNode {
  const { words, trouble } = view;
  return (
    <div class="guides-care">
      <ErrorSummary problems={trouble === null ? [] : [problemOf(trouble)]} />
      <PageHead title={words.notes.title} trail={view.trail} />
      {view.done ? <SavedNote saved={words.notes.done} /> : null}
      <Chips chips={view.chips} label={words.list.filter} />
      {view.notes.length === 0 ? (
        <EmptyState title={view.open ? words.notes.empty : words.notes.emptyAnswered} />
      ) : (
        <ul class="guides-notes">
          {view.notes.map((note) => (
            <li key={note.id} id={`a-${note.id}`}>
              <One
                note={note}
                words={words}
                page={view.page}
                trouble={trouble?.id === note.id ? trouble : null}
              />
            </li>
          ))}
        </ul>
      )}
      <Pagination page={view.page} pages={view.pages} to={view.pageTo} />
    </div>
  );
}

const problemOf = ({ id, text, inAnswer }: Trouble): FieldProblem => ({
  field: inAnswer ? `svar-${id}` : `a-${id}`,
  message: text,
});

type OneProps = {
  readonly note: NoteLine;
  readonly words: CareTexts;
  /** Where whoever answers comes back to. */
  readonly page: number;
  readonly trouble: Trouble | null;
};

function One(props: OneProps): VNode {
  const { note, words, page, trouble } = props;
  return (
    <article aria-labelledby={`p-${note.id}`}>
      <h2 id={`p-${note.id}`}>
        <Link to={note.place.to}>{note.place.title}</Link>
      </h2>
      <p class="k-serif guides-note-text">{note.text}</p>
      <p class="k-meta">{note.by}</p>
      {note.sentOn === null ? null : <p class="k-meta">{note.sentOn}</p>}
      {note.answer === null ? (
        <Answering {...props} />
      ) : (
        <p>
          <b>{note.answer.by}</b> {note.answer.text}
        </p>
      )}
      {note.answer === null || trouble === null || trouble.typed === '' ? null : (
        <div>
          <p class="k-meta">{words.notes.unsaved}</p>
          <p class="k-serif guides-note-text">{trouble.typed}</p>
        </div>
      )}
      {note.sendOn === null ? null : (
        <Form action={note.sendOn.to} hidden={{ sida: page }}>
          <p class="k-meta">
            {words.notes.shared} <Button kind="tertiary">{note.sendOn.title}</Button>
          </p>
        </Form>
      )}
    </article>
  );
}

function Answering({ note, words, page, trouble }: OneProps): VNode {
  return (
    <Form action={note.answerTo} hidden={{ sida: page }}>
      {note.heard ? (
        <Textarea
          name="svar"
          id={`svar-${note.id}`}
          label={words.notes.answer}
          value={trouble?.typed}
          rows={2}
          maxLength={4000}
          required
          error={trouble?.inAnswer === true ? trouble.text : undefined}
        />
      ) : (
        <p class="k-meta">{words.notes.unheard}</p>
      )}
      <div class="guides-note-acts">
        <Button kind="secondary">{note.heard ? words.notes.send : words.notes.close}</Button>
        {note.change === null ? null : <Link to={note.change}>{words.notes.change}</Link>}
      </div>
    </Form>
  );
}
