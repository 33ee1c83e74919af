import type { Language } from '../../../platform/http/index.ts';
import { plural } from '../../../platform/text/index.ts';
import type { NoticeKind } from '../model/debt.ts';
import { versionEn, versionSv } from './version.ts';

type About = { readonly work: string; readonly from: string; readonly number: number };

const sv = {
  notices: {
    title: 'Aviseringar',
    summary: (unread: number) => (unread === 0 ? 'Allt är läst.' : `${plural(unread, 'oläst', 'olästa')}.`),
    caption: 'Aviseringar',
    empty: 'Inga aviseringar än',
    emptyWhat: 'Här står det när ett verk ni använder får en ny version och när någon föreslår något.',
    unread: 'Olästa',
    read: 'Lästa',
    what: {
      update: ({ work, from, number }) => `${work}: ${versionSv(from, number)} finns att ta in`,
      recalled: ({ work, from, number }) => `${work}: ${versionSv(from, number)} är återkallad`,
      withdrawn: ({ work }) => `${work} underhålls inte längre`,
      contribution: ({ work, from }) => `${work}: ${from} föreslår en förbättring`,
      'contribution-answered': ({ work, from }) => `${work}: ${from} har svarat på ert förslag`,
      review: ({ work, number }) => `${work}: er version\u00A0${number} väntar på granskning`,
      elsewhere: ({ work }) => work,
    } satisfies Record<NoticeKind, (about: About) => string>,
    columns: { what: 'Vad', from: 'Från', when: 'När', mark: 'Läst' },
    mark: 'Markera som läst',
    markAll: 'Markera alla som lästa',
  },
  mailbox: {
    title: 'Brevlådan i demon',
    summary: 'I demon skickas inga brev. Här ligger de i stället.',
    search: 'Sök adress, ämne eller text',
    caption: 'Brev',
    columns: { subject: 'Ämne', to: 'Till', when: 'När' },
    empty: 'Inga brev än',
    emptyWhat: 'Breven kommer när någon publicerar, föreslår något eller svarar på ett ärende.',
    none: (search: string) => `Inga brev har ”${search}”`,
    all: 'Visa alla brev',
    to: 'Till',
    when: 'Skickat',
    back: 'Brevlådan',
  },
};
export type Texts = typeof sv;

const en: Texts = {
  notices: {
    title: 'Notices',
    summary: (unread) => (unread === 0 ? 'All is read.' : `${unread} unread.`),
    caption: 'Notices',
    empty: 'No notices yet',
    emptyWhat:
      'This is where you read when a work that you use gets a new version and when somebody suggests something.',
    unread: 'Unread',
    read: 'Read',
    what: {
      update: ({ work, from, number }) => `${work}: ${versionEn(from, number)} can be taken in`,
      recalled: ({ work, from, number }) => `${work}: ${versionEn(from, number)} is recalled`,
      withdrawn: ({ work }) => `${work} is no longer maintained`,
      contribution: ({ work, from }) => `${work}: ${from} suggests an improvement`,
      'contribution-answered': ({ work, from }) => `${work}: ${from} has answered your suggestion`,
      review: ({ work, number }) => `${work}: your version\u00A0${number} waits to be reviewed`,
      elsewhere: ({ work }) => work,
    },
    columns: { what: 'What', from: 'From', when: 'When', mark: 'Read' },
    mark: 'Mark as read',
    markAll: 'Mark all as read',
  },
  mailbox: {
    title: 'The mailbox of the demo',
    summary: 'The demo sends no letters. They are kept here instead.',
    search: 'Search address, subject or text',
    caption: 'Letters',
    columns: { subject: 'Subject', to: 'To', when: 'When' },
    empty: 'No letters yet',
    emptyWhat: 'Letters come when somebody publishes, suggests something or answers in a case.',
    none: (search) => `No letters have “${search}”`,
    all: 'Show all letters',
    to: 'To',
    when: 'Sent',
    back: 'Mailbox',
  },
};

export const toldTexts = (language: Language): Texts => (language === 'sv' ? sv : en);
