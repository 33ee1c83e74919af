import type { VNode } from 'preact';
import { link } from '../../../platform/http/index.ts';
import { formatDate } from '../../../platform/text/index.ts';
import {
  Button,
  Details,
  Facts,
  Form,
  Link,
  Paper,
  Table,
  Textarea,
  Timeline,
  type Fact,
} from '../../../ui/index.ts';
import { workAddresses } from '../addresses.ts';
import type { CaseFile } from '../model/case.ts';
import { texts } from '../texts/index.ts';
import { saidIn, textIn } from '../texts/localised.ts';
import { type CaseView, fileAddress, typedIn } from './case-view.ts';
import { moment } from './days.ts';
import { detailIn } from './happened.ts';
import { errorAt } from './trouble.ts';

/** What was answered, as it was given, and by whom. */
export function AnswerPapers({ view }: { readonly view: CaseView }): VNode {
  const { about, language, dossier } = view;
  const words = texts(language).work;
  const applicant: readonly Fact[] = [
    { term: words.applicant, value: about.contact.name === '' ? words.noName : about.contact.name },
    ...(about.contact.email === undefined ? [] : [{ term: words.email, value: about.contact.email }]),
    ...(about.contact.phone === undefined ? [] : [{ term: words.phone, value: about.contact.phone }]),
    ...(about.language === 'sv' ? [] : [{ term: words.language, value: words.inEnglish }]),
  ];
  const files = new Map(dossier.files.map((file) => [file.id, file]));
  const value = (text: string, attachments: readonly string[]): VNode => (
    <>
      {attachments.length === 0 ? text : null}
      <FileList view={view} files={attachments.flatMap((id) => files.get(id) ?? [])} />
    </>
  );
  return (
    <Paper title={words.answers} note={words.answersFrom(about.versionNumber)}>
      <Facts facts={applicant} />
      {about.answers.map((section) => (
        <section key={section.id} class="k-case-section">
          <h3>{textIn(section.title, language)}</h3>
          <Facts
            facts={section.rows.map((row) => ({
              term: textIn(row.label, language),
              value: value(saidIn(row.value, language) || '–', row.attachments ?? []),
            }))}
          />
        </section>
      ))}
    </Paper>
  );
}

function FileList({
  view,
  files,
}: {
  readonly view: CaseView;
  readonly files: readonly CaseFile[];
}): VNode | null {
  if (files.length === 0) return null;
  return (
    <ul class="k-case-files">
      {files.map((file) => (
        <li key={file.id}>
          <Link to={fileAddress(view, file)}>{file.name}</Link>
        </li>
      ))}
    </ul>
  );
}

type Document = {
  readonly id: string;
  readonly title: string;
  readonly to: string;
  readonly at: Date;
  readonly note: string;
  readonly from: string;
};

/** Everything that can be opened: what came in, what was attached, the decision. */
export function DocumentPaper({ view }: { readonly view: CaseView }): VNode {
  const { about, dossier, language } = view;
  const words = texts(language).work;
  const here = { organisation: about.organisation, case: about.id };
  const application: Document = {
    id: 'application',
    title: words.application,
    to: link(workAddresses.receipt, here),
    at: about.openedAt,
    note: 'pdf',
    from: words.fromApplicant,
  };
  const files = dossier.files.map((file): Document => ({
    id: file.id,
    title: file.name,
    to: fileAddress(view, file),
    at: file.at,
    note: words.megabytes(file.size),
    from: file.sender === 'applicant' ? words.fromApplicant : words.fromUs,
  }));
  const decision: readonly Document[] =
    dossier.decision === null
      ? []
      : [
          {
            id: 'decision',
            title: words.decisionDocument,
            to: link(workAddresses.decision, here),
            at: dossier.decision.at,
            note: 'pdf',
            from: words.fromUs,
          },
        ];
  const titles = words.documentColumns;
  return (
    <Paper title={words.documents} id="handlingar">
      <Table<Document>
        caption={words.documents}
        rows={[application, ...files, ...decision]}
        rowKey={({ id }) => id}
        columns={[
          { id: 'name', title: titles.name, cell: ({ title, to }) => <Link to={to}>{title}</Link> },
          { id: 'date', title: titles.date, cell: ({ at, note }) => `${formatDate(at, language)}, ${note}` },
          { id: 'from', title: titles.from, cell: ({ from }) => from },
        ]}
      />
    </Paper>
  );
}

/** What the municipality has written down for itself. */
export function NotePaper({ view }: { readonly view: CaseView }): VNode {
  const { about, dossier, language, trouble } = view;
  const words = texts(language).work;
  const address = link(workAddresses.note, { organisation: about.organisation, case: about.id });
  return (
    <Paper title={words.notes} note={words.notesNote} id="anteckningar">
      {dossier.notes.length === 0 ? (
        <p>{words.noNotes}</p>
      ) : (
        <Timeline
          entries={dossier.notes.map((note) => ({
            id: note.id,
            at: note.at.toISOString(),
            when: moment(note.at, language),
            what: <p class="k-case-text">{note.text}</p>,
            note: note.author,
          }))}
        />
      )}
      {about.life.status.kind === 'closed' ? null : (
        <Details summary={words.writeNote} open={trouble?.form === 'note'}>
          <Form action={address}>
            <Textarea
              name="text"
              id="note"
              label={words.noteLabel}
              help={words.noteHelp}
              rows={3}
              required
              value={typedIn(view, 'note')['text']}
              {...errorAt(view, 'note', 'note')}
            />
            <Button kind="secondary">{words.saveNote}</Button>
          </Form>
        </Details>
      )}
    </Paper>
  );
}

/** What has happened, the latest first. */
export function HistoryPaper({ view }: { readonly view: CaseView }): VNode {
  const { about, dossier, language } = view;
  const words = texts(language).work;
  return (
    <Paper title={words.history} id="historik">
      <Timeline
        entries={dossier.history.map((happened) => ({
          id: `h-${String(happened.n)}`,
          at: happened.at.toISOString(),
          when: moment(happened.at, language),
          what: words.happened[happened.kind](detailIn(happened, about, language)),
          note: happened.name === '' ? words.applicant : happened.name,
        }))}
      />
    </Paper>
  );
}
