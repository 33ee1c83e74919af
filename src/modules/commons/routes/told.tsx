import { z } from 'zod';
import { demoOnly, hasRole, link, missing, route, see } from '../../../platform/http/index.ts';
import { findDemoMail, findDemoMails } from '../../../platform/mail/index.ts';
import { findNames } from '../../organisations/index.ts';
import { listNotices, markNoticesRead } from '../actions/read.ts';
import { acting } from '../acting.ts';
import * as addresses from '../addresses.ts';
import { ofAllKinds } from '../makers.ts';
import { pageSize } from '../model/library.ts';
import { LetterPage, MailboxPage } from '../pages/told/mailbox-pages.tsx';
import { NoticesPage } from '../pages/told/notices-page.tsx';
import { toldTexts } from '../texts/told.ts';
import { colleagues, frame, pageNumber } from './access.ts';

const showNotices = route({
  method: 'GET',
  path: addresses.notices.path,
  access: colleagues,
  query: z.object({ sida: pageNumber }),
  handle: async (context, { query: { sida: page } }) => {
    const a = acting(context);
    const { organisation, language } = a;
    const { notices, total, unread } = await listNotices(a, page);
    return {
      kind: 'page',
      title: toldTexts(language).notices.title,
      frame,
      content: (
        <NoticesPage
          view={{
            organisation,
            notices,
            unread,
            names: await findNames(a.tx, [...new Set(notices.map((one) => one.from))]),
            mayMark: hasRole(context, organisation, 'designer', 'admin'),
            page,
            pages: Math.max(1, Math.ceil(total / pageSize)),
            language,
          }}
        />
      ),
    };
  },
});

const readNotices = route({
  method: 'POST',
  path: addresses.noticesRead.path,
  access: ofAllKinds,
  body: z.object({ id: z.union([z.literal('alla'), z.uuid()]), sida: pageNumber }),
  handle: async (context, { body: { id, sida } }) => {
    const a = acting(context);
    await markNoticesRead(a, id === 'alla' ? 'all' : [id]);
    return see(
      link(addresses.notices, { organisation: a.organisation }, { sida: sida === 1 ? undefined : sida }),
    );
  },
});

const front = { kind: 'front' } as const;
const Search = z.string().trim().max(200).default('');

const showMailbox = route({
  method: 'GET',
  path: addresses.mailbox.path,
  access: demoOnly,
  query: z.object({ q: Search, sida: pageNumber }),
  handle: async ({ tx, language }, { query: { q: search, sida: page } }) => {
    const { mails, total } = await findDemoMails(tx, { search, page, perPage: pageSize });
    const pages = Math.max(1, Math.ceil(total / pageSize));
    return {
      kind: 'page',
      title: toldTexts(language).mailbox.title,
      frame: front,
      content: <MailboxPage view={{ letters: mails, total, search, page, pages, language }} />,
    };
  },
});

const showLetter = route({
  method: 'GET',
  path: addresses.letter.path,
  access: demoOnly,
  query: z.object({ q: Search }),
  handle: async ({ tx, language, origin }, { params, query: { q } }) => {
    const letter = await findDemoMail(tx, params.letter);
    if (letter === null) return missing;
    const back = link(addresses.mailbox, {}, { q: q === '' ? undefined : q });
    return {
      kind: 'page',
      title: letter.subject,
      frame: front,
      content: <LetterPage view={{ letter, origin, back, language }} />,
    };
  },
});

export const toldRoutes = [showNotices, readNotices, showMailbox, showLetter];
