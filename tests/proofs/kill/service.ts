import type { Definition } from '../../../src/kernel/index.ts';

/** Where the load goes. */
export const organisation = 'harnosand';
export const work = 'prov-anmalan';

const text = (sv: string, en: string) => ({ sv, en });

/** A service as small as can be with everything that a submission writes: answers, a file, a case. */
export const definition: Definition = {
  kommons: 'definition/1',
  kind: 'e-service',
  id: work,
  languages: ['sv', 'en'],
  title: text('Prov av anmälan', 'Trial of a report'),
  task: text('Anmäl på prov', 'Report on trial'),
  summary: text('En tjänst som bara finns i ett prov.', 'A service that exists in a trial only.'),
  subject: 'trafik-miljo',
  signIn: 'optional',
  casePrefix: 'PRV',
  pages: [
    {
      id: 'anmalan',
      title: text('Anmälan', 'Report'),
      fields: [
        {
          id: 'vad',
          type: 'short-text',
          label: text('Vad gäller det?', 'What is it about?'),
          required: true,
        },
        {
          id: 'bilaga',
          type: 'file',
          label: text('Bilaga', 'Attachment'),
          accept: ['txt'],
          maxMegabytes: 1,
          maxFiles: 2,
        },
      ],
    },
  ],
};
