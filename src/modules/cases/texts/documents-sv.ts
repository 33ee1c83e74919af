import { genitive } from '../../organisations/index.ts';

/** Words of the documents that leave as PDF. */
export const documentsSv = {
  receipt: 'Kvittens',
  receiptFile: (number: string) => `Kvittens ${number}.pdf`,
  received: 'Kom in',
  caseNumber: 'Ärendenummer',
  service: 'Tjänst',
  version: (title: string, municipality: string, version: number) =>
    `${title}, ${genitive(municipality)} version\u00A0${String(version)}`,
  applicant: 'Skickat in av',
  email: 'E-post',
  phone: 'Telefon',
  noAnswer: 'Inget svar',
  attachments: 'Bifogade filer',
  decision: 'Beslut',
  decisionFile: (number: string) => `Beslut ${number}.pdf`,
  decidedOn: 'Beslutsdatum',
  decidedBy: 'Beslutet har fattats av',
  reasons: 'Skäl för beslutet',
  appeal: 'Så överklagar du',
  outcomes: {
    approved: 'Bifall',
    partly: 'Delvis bifall',
    rejected: 'Avslag',
    closed: 'Avslutat utan prövning',
  },
};

export type DocumentTexts = typeof documentsSv;
