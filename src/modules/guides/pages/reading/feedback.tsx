import type { VNode } from 'preact';
import { Button, Details, Form, Link, SavedNote, Select, Textarea } from '../../../../ui/index.ts';
import type { CareTexts } from '../../texts/care.ts';

/** What the reader has just said, or nothing. */
export type Said = 'helped' | 'not-helped' | 'written' | 'empty' | null;

export type OwnNote = {
  readonly id: string;
  readonly text: string;
  readonly written: string;
  readonly answer: string | null;
};

export type FeedbackView = {
  readonly words: CareTexts;
  /** Where an answer and a note are sent. */
  readonly answerTo: string;
  readonly noteTo: string;
  readonly said: Said;
  /** The step itself first, then what stands in it, by id and first words. */
  readonly about: readonly { readonly value: string; readonly label: string }[];
  /** What was chosen of that before. */
  readonly chosen: string;
  /** Where to get an answer, for those who get none here since it is not known who they are. */
  readonly contactTo: string | null;
  readonly own: readonly OwnNote[];
};

/** Did it help, and a word to those who answer for the text. */
export function Feedback(view: FeedbackView): VNode {
  const { words, said } = view;
  return (
    <section class="guides-heard" id="sagt" aria-labelledby="hjalpte-titel">
      <div class="guides-heard-ask">
        <h2 id="hjalpte-titel">{words.reader.helped}</h2>
        {said === 'helped' || said === 'not-helped' ? (
          <SavedNote saved={words.reader.thanks} kept={said === 'helped' ? '' : words.reader.tellUs} />
        ) : (
          <Form action={view.answerTo} class="guides-heard-buttons">
            <Button kind="secondary" name="hjalpte" value="ja">
              {words.reader.yes}
            </Button>
            <Button kind="secondary" name="hjalpte" value="nej">
              {words.reader.no}
            </Button>
          </Form>
        )}
      </div>
      {said === 'written' ? <SavedNote saved={words.reader.written} /> : null}
      <Details summary={words.reader.write} open={said === 'not-helped' || said === 'empty'}>
        <Form action={view.noteTo}>
          <Select name="om" label={words.reader.about} options={view.about} value={view.chosen} required />
          <Textarea
            name="text"
            label={words.reader.text}
            help={words.reader.textHelp}
            required
            rows={4}
            maxLength={4000}
            {...(said === 'empty' ? { error: words.reader.empty } : {})}
          />
          {view.contactTo === null ? null : (
            <p class="k-meta">
              {words.reader.noAnswer} <Link to={view.contactTo}>{words.reader.contact}</Link>
            </p>
          )}
          <Button kind="secondary">{words.reader.send}</Button>
        </Form>
      </Details>
      {view.own.length === 0 ? null : (
        <ul class="guides-own-notes" aria-label={words.reader.own}>
          {view.own.map((note) => (
            <li key={note.id}>
              <p class="k-meta">{note.written}</p>
              <p>{note.text}</p>
              {note.answer === null ? null : (
                <p>
                  <b>{words.reader.answer}</b> {note.answer}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
