import type { DocumentTexts } from './documents-sv.ts';

export const documentsEn: DocumentTexts = {
  receipt: 'Receipt',
  receiptFile: (number) => `Receipt ${number}.pdf`,
  received: 'Received',
  caseNumber: 'Case number',
  service: 'Service',
  version: (title, municipality, version) => `${title}, version\u00A0${String(version)} of ${municipality}`,
  applicant: 'Sent in by',
  email: 'Email',
  phone: 'Phone',
  noAnswer: 'No answer',
  attachments: 'Attached files',
  decision: 'Decision',
  decisionFile: (number) => `Decision ${number}.pdf`,
  decidedOn: 'Date of decision',
  decidedBy: 'Decided by',
  reasons: 'Reasons for the decision',
  appeal: 'How to appeal',
  outcomes: {
    approved: 'Granted',
    partly: 'Granted in part',
    rejected: 'Refused',
    closed: 'Closed without examination',
  },
};
