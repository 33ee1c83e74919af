import { z } from 'zod';
import { demoOnly, hasRole, link, missing, route, see } from '../../../platform/http/index.ts';
import { findDemoMails } from '../../../platform/mail/index.ts';
import { findNames } from '../../organisations/index.ts';
import { listNotices, markNoticesRead } from '../actions/read.ts';
import { acting } from '../acting.ts';
import * as addresses from '../addresses.ts';
import { pageSize } from '../model/library.ts';
import { LetterPage, MailboxPage } from '../pages/told/mailbox-pages.tsx';
import { NoticesPage } from '../pages/told/notices-page.tsx';
import { toldTexts } from '../texts/told.ts';
import { colleagues, designers, frame, pageNumber } from './access.ts';

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
  access: designers,
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
const To = z.string().trim().max(200).default('');

const showMailbox = route({
  method: 'GET',
  path: addresses.mailbox.path,
  access: demoOnly,
  query: z.object({ till: To, sida: pageNumber }),
  handle: async ({ tx, language }, { query: { till: to, sida: page } }) => {
    const letters = await findDemoMails(tx, to === '' ? undefined : to);
    return {
      kind: 'page',
      title: toldTexts(language).mailbox.title,
      frame: front,
      content: (
        <MailboxPage
          view={{
            letters: letters.slice((page - 1) * pageSize, page * pageSize),
            to,
            page,
            pages: Math.max(1, Math.ceil(letters.length / pageSize)),
            language,
          }}
        />
      ),
    };
  },
});

const showLetter = route({
  method: 'GET',
  path: addresses.letter.path,
  access: demoOnly,
  query: z.object({ till: To }),
  handle: async ({ tx, language, origin }, { params, query: { till: to } }) => {
    const letters = await findDemoMails(tx, to === '' ? undefined : to);
    const letter = letters.find((one) => one.id === params.letter);
    if (letter === undefined) return missing;
    const back = link(addresses.mailbox, {}, { till: to === '' ? undefined : to });
    return {
      kind: 'page',
      title: letter.subject,
      frame: front,
      content: <LetterPage view={{ letter, origin, back, language }} />,
    };
  },
});

export const toldRoutes = [showNotices, readNotices, showMailbox, showLetter];
