import type { VNode } from 'preact';
import {
  Alert,
  Button,
  Chips,
  EmptyState,
  Form,
  Link,
  PageHead,
  Pagination,
  SavedNote,
  Textarea,
  type Chip,
  type Crumb,
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
  readonly answerTo: string;
  /** Who wrote the text, where it is common and the note may go there. */
  readonly sendOn: { readonly title: string; readonly to: string } | null;
  readonly change: string | null;
};

export type NotesView = {
  readonly words: CareTexts;
  readonly trail: readonly Crumb[];
  readonly chips: readonly Chip[];
  readonly open: boolean;
  readonly done: boolean;
  readonly trouble: { readonly id: string; readonly text: string } | null;
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
      <PageHead title={words.notes.title} trail={view.trail} />
      {view.done ? <SavedNote saved={words.notes.done} /> : null}
      {trouble === null ? null : <Alert tone="warning" title={trouble.text} />}
      <Chips chips={view.chips} label={words.list.filter} />
      {view.notes.length === 0 ? (
        <EmptyState title={view.open ? words.notes.empty : words.notes.emptyAnswered} />
      ) : (
        <ul class="guides-notes">
          {view.notes.map((note) => (
            <li key={note.id} id={`a-${note.id}`}>
              <One note={note} words={words} error={trouble?.id === note.id ? trouble.text : undefined} />
            </li>
          ))}
        </ul>
      )}
      <Pagination page={view.page} pages={view.pages} to={view.pageTo} />
    </div>
  );
}

type OneProps = { readonly note: NoteLine; readonly words: CareTexts; readonly error: string | undefined };

function One({ note, words, error }: OneProps): VNode {
  return (
    <article aria-labelledby={`p-${note.id}`}>
      <h2 id={`p-${note.id}`}>
        <Link to={note.place.to}>{note.place.title}</Link>
      </h2>
      <p class="k-serif guides-note-text">{note.text}</p>
      <p class="k-meta">{note.by}</p>
      {note.sentOn === null ? null : <p class="k-meta">{note.sentOn}</p>}
      {note.answer === null ? (
        <Form action={note.answerTo}>
          <Textarea
            name="svar"
            id={`svar-${note.id}`}
            label={words.notes.answer}
            rows={2}
            maxLength={4000}
            required
            error={error}
          />
          <div class="guides-note-acts">
            <Button kind="secondary">{words.notes.send}</Button>
            {note.change === null ? null : <Link to={note.change}>{words.notes.change}</Link>}
          </div>
        </Form>
      ) : (
        <p>
          <b>{note.answer.by}</b> {note.answer.text}
        </p>
      )}
      {note.sendOn === null ? null : (
        <Form action={note.sendOn.to}>
          <p class="k-meta">
            {words.notes.shared} <Button kind="tertiary">{note.sendOn.title}</Button>
          </p>
        </Form>
      )}
    </article>
  );
}
