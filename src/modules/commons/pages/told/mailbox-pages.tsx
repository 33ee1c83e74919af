import type { ComponentChildren, VNode } from 'preact';
import { link, type Language } from '../../../../platform/http/index.ts';
import type { DemoMail } from '../../../../platform/mail/index.ts';
import { formatDate, formatShortDate, formatTime } from '../../../../platform/text/index.ts';
import {
  EmptyState,
  Link,
  PageHead,
  Pagination,
  Paper,
  SearchField,
  SideFacts,
  Table,
} from '../../../../ui/index.ts';
import * as addresses from '../../addresses.ts';
import { toldTexts } from '../../texts/told.ts';

export type MailboxView = {
  readonly letters: readonly DemoMail[];
  /** How many there are in all. */
  readonly total: number;
  /** Only letters that have these words; '' for all. */
  readonly search: string;
  readonly page: number;
  readonly pages: number;
  readonly language: Language;
};

/** The letters that the demo world would have sent. */
export function MailboxPage({ view }: { readonly view: MailboxView }): VNode {
  const { letters, search, language } = view;
  const words = toldTexts(language).mailbox;
  const kept = search === '' ? undefined : search;
  return (
    <>
      <PageHead title={words.title} summary={words.summary} />
      <SearchField action={link(addresses.mailbox, {})} label={words.search} value={search} />
      {view.total === 0 ? (
        <EmptyState
          title={search === '' ? words.empty : words.none(search)}
          {...(search === '' ? {} : { actions: <Link to={link(addresses.mailbox, {})}>{words.all}</Link> })}
        >
          {search === '' && <p>{words.emptyWhat}</p>}
        </EmptyState>
      ) : (
        <Table<DemoMail>
          caption={words.caption}
          rows={letters}
          rowKey={(row) => row.id}
          columns={[
            {
              id: 'subject',
              title: words.columns.subject,
              cell: (row) => (
                <Link to={link(addresses.letter, { letter: row.id }, { q: kept })}>{row.subject}</Link>
              ),
            },
            { id: 'to', title: words.columns.to, cell: (row) => row.to },
            {
              id: 'when',
              title: words.columns.when,
              cell: (row) => `${formatShortDate(row.at, language)} ${formatTime(row.at, language)}`,
            },
          ]}
        />
      )}
      <Pagination
        page={view.page}
        pages={view.pages}
        to={(page) => link(addresses.mailbox, {}, { q: kept, sida: page })}
      />
    </>
  );
}

export type LetterView = {
  readonly letter: DemoMail;
  /** Scheme and host of this site: links to it can be followed. */
  readonly origin: string;
  readonly back: string;
  readonly language: Language;
};

/** A line of plain text with the addresses of this site as links. */
function linked(line: string, origin: string): ComponentChildren {
  return line.split(/(https?:\/\/\S+)/).map((part, index) =>
    part.startsWith(`${origin}/`) ? (
      <Link key={index} to={part.slice(origin.length)}>
        {part}
      </Link>
    ) : (
      part
    ),
  );
}

export function LetterPage({ view }: { readonly view: LetterView }): VNode {
  const { letter, origin, language } = view;
  const words = toldTexts(language).mailbox;
  const paragraphs = letter.text.split(/\n{2,}/).filter((text) => text.trim() !== '');
  return (
    <div class="commons-mailbox">
      <PageHead
        title={letter.subject}
        trail={[{ title: words.back, to: view.back }, { title: letter.subject }]}
      />
      <SideFacts
        facts={[
          { term: words.to, value: letter.to },
          {
            term: words.when,
            value: `${formatDate(letter.at, language)} ${formatTime(letter.at, language)}`,
          },
        ]}
      />
      <Paper title={letter.subject}>
        <div class="commons-letter" lang={letter.language}>
          {paragraphs.map((text) => (
            <p key={text}>
              {text.split('\n').flatMap((line, n) => [n > 0 ? <br /> : null, linked(line, origin)])}
            </p>
          ))}
        </div>
      </Paper>
    </div>
  );
}
