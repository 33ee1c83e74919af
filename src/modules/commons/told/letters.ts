/** Letters to those who use a work, in Swedish: they go to an organisation, not to a person with a choice of language. */
import { versionSv } from '../texts/version.ts';

export type Letter = { readonly subject: string; readonly text: string };

export type About = {
  readonly title: string;
  /** The name of the organisation that it comes from. */
  readonly from: string;
  /** Where to go on, as a whole address. */
  readonly link: string;
};

const letter = (subject: string, ...paragraphs: readonly string[]): Letter => ({
  subject,
  text: `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`,
});

export const updateLetter = (
  about: About,
  of: { readonly number: number; readonly message: string; readonly from: string | null },
): Letter =>
  letter(
    `${about.title}: ${versionSv(about.from, of.number)} finns att ta in`,
    `${about.from} har publicerat en ny version av ${about.title}. Det är ${versionSv(about.from, of.number)}.`,
    of.message,
    of.from === null ? '' : `Den gäller från och med ${of.from}.`,
    `Se vad som ändras hos er: ${about.link}`,
  );

export const recalledLetter = (
  about: About,
  of: { readonly number: number; readonly reason: string },
): Letter =>
  letter(
    `${about.title}: ${versionSv(about.from, of.number)} är återkallad`,
    `${about.from} har återkallat sin version\u00A0${of.number} av ${about.title}. Byt version om ni använder den.`,
    `Skälet: ${of.reason}`,
    `Se er variant: ${about.link}`,
  );

export const withdrawnLetter = (about: About, reason: string): Letter =>
  letter(
    `${about.title} underhålls inte längre`,
    `${about.from} har slutat underhålla ${about.title}. Det ni har infört fungerar som förut. Ni kan följa en annan variant eller ta över den själva.`,
    `Skälet: ${reason}`,
    `Se er variant: ${about.link}`,
  );

export const contributionLetter = (about: About, message: string): Letter =>
  letter(
    `${about.title}: ett förslag från ${about.from}`,
    `${about.from} föreslår en förbättring av ${about.title}.`,
    message,
    `Se förslaget och svara: ${about.link}`,
  );

export const answeredLetter = (
  about: About,
  of: { readonly accepted: boolean; readonly reason: string },
): Letter =>
  letter(
    `${about.title}: ert förslag är ${of.accepted ? 'antaget' : 'besvarat'}`,
    of.accepted
      ? `${about.from} har tagit in ert förslag i ${about.title}. Tack för bidraget.`
      : `${about.from} har tackat nej till ert förslag om ${about.title}.`,
    of.reason,
    `Se svaret: ${about.link}`,
  );
