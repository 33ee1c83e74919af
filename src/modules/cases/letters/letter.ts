import { link } from '../../../platform/http/index.ts';
import { queueMail } from '../../../platform/mail/index.ts';
import { formatDate } from '../../../platform/text/index.ts';
import { href } from '../../../ui/index.ts';
import { findOrganisation } from '../../organisations/index.ts';
import type { Acting } from '../actions/acting.ts';
import { addresses } from '../addresses.ts';
import { type Day, noonOf } from '../../../kernel/dates/index.ts';
import type { Case } from '../model/case.ts';
import { textIn } from '../texts/localised.ts';
import { texts } from '../texts/index.ts';

export type Letter =
  | { readonly kind: 'opened' }
  | { readonly kind: 'message' }
  | { readonly kind: 'completion'; readonly due: Day }
  | { readonly kind: 'decided' };

/** Queues a letter to the applicant, where there is an address. It leaves if the transaction commits. */
export async function sendLetter(acting: Acting, about: Case, letter: Letter): Promise<void> {
  const to = about.contact.email;
  if (to === undefined || to === '') return;
  const { organisation, language, number } = about;
  const words = texts(language).letters;
  const sender = await findOrganisation(acting.tx, organisation);
  const body = [
    bodyOf(letter, about),
    about.person === null ? words.keepNumber : words[letter.kind].follow(addressOf(acting, about)),
    words.noReply,
    sender?.publicName ?? '',
  ];
  await queueMail(acting.tx, {
    id: acting.newId(),
    organisation,
    to,
    subject: words[letter.kind].subject(textIn(about.workTitle, language), number, sender?.publicName ?? ''),
    text: body.join('\n\n'),
    language,
    at: acting.now,
  });
}

function bodyOf(letter: Letter, { number, language }: Case): string {
  const words = texts(language).letters;
  switch (letter.kind) {
    case 'completion':
      return words.completion.text(number, formatDate(noonOf(letter.due), language));
    case 'opened':
    case 'message':
    case 'decided':
      return words[letter.kind].text(number);
  }
}

const addressOf = ({ origin }: Acting, { organisation, id, language }: Case): string =>
  `${origin}${href(language, link(addresses.ownCase, { organisation, case: id }))}`;
