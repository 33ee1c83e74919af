import type { Definition } from '../../src/kernel/index.ts';

const text = (sv: string, en: string) => ({ sv, en });

type Small = {
  readonly id: string;
  readonly prefix: string;
  /** Added to every text, so that it can be found wherever it turns up. */
  readonly mark?: string;
};

/** A service as small as can be with everything that a submission writes: answers, a file, a case. */
export function smallService({ id, prefix, mark = '' }: Small): Definition {
  const marked = (sv: string, en: string) => text(`${sv} ${mark}`.trim(), `${en} ${mark}`.trim());
  return {
    kommons: 'definition/1',
    kind: 'e-service',
    id,
    languages: ['sv', 'en'],
    title: marked('Prov av anmälan', 'Trial of a report'),
    task: marked('Anmäl på prov', 'Report on trial'),
    summary: marked('En tjänst som bara finns i ett prov.', 'A service that exists in a trial only.'),
    subject: 'trafik-miljo',
    signIn: 'optional',
    casePrefix: prefix,
    parameters: [{ id: 'namnd', type: 'text', label: marked('Nämnd', 'Committee'), required: true }],
    pages: [
      {
        id: 'anmalan',
        title: marked('Anmälan', 'Report'),
        fields: [
          {
            id: 'vad',
            type: 'short-text',
            label: marked('Vad gäller det?', 'What is it about?'),
            required: true,
          },
          { id: 'epost', type: 'email', label: marked('E-post', 'E-mail') },
          {
            id: 'bilaga',
            type: 'file',
            label: marked('Bilaga', 'Attachment'),
            accept: ['txt'],
            maxMegabytes: 1,
            maxFiles: 2,
          },
        ],
      },
    ],
    decisions: [
      {
        id: 'klart',
        label: marked('Klart', 'Done'),
        outcome: 'approved',
        text: marked('Det är gjort.', 'It is done.'),
      },
    ],
  };
}
