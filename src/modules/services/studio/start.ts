import type { Definition } from '../../../kernel/index.ts';
import type { NewWork, Template } from '../../commons/index.ts';

/** One page with one question, and a process that ends in a decision. */
function startService({ id, title }: NewWork): Definition {
  return {
    kommons: 'definition/1',
    kind: 'e-service',
    id,
    languages: ['sv', 'en'],
    title,
    pages: [
      {
        id: 'fragor',
        title: { sv: 'Frågor', en: 'Questions' },
        fields: [
          {
            id: 'beskrivning',
            type: 'long-text',
            label: { sv: 'Vad gäller det?', en: 'What is it about?' },
            required: true,
          },
        ],
      },
    ],
    process: {
      id: 'process',
      states: [
        { id: 'inkommet', kind: 'received', role: 'case-worker', title: { sv: 'Inkommet', en: 'Received' } },
        {
          id: 'handlaggs',
          kind: 'working',
          role: 'case-worker',
          title: { sv: 'Handläggs', en: 'Being handled' },
        },
        {
          id: 'komplettering',
          kind: 'waiting',
          role: 'case-worker',
          title: { sv: 'Väntar på komplettering', en: 'Waiting for completion' },
        },
        { id: 'beslutat', kind: 'decided', role: 'case-worker', title: { sv: 'Beslutat', en: 'Decided' } },
      ],
      completionDays: { days: 14 },
    },
    decisions: [
      { id: 'bifall', outcome: 'approved', label: { sv: 'Bevilja', en: 'Approve' } },
      { id: 'avslag', outcome: 'rejected', label: { sv: 'Avslå', en: 'Reject' } },
    ],
  };
}

/** What a new e-service begins from. */
export const serviceTemplate: Template = {
  id: 'enkel',
  title: { sv: 'Enkel e-tjänst', en: 'Simple e-service' },
  what: {
    sv: 'En sida med en fråga, och handläggning som slutar i ett beslut.',
    en: 'One page with one question, and casework that ends in a decision.',
  },
  make: startService,
};
