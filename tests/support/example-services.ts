import type { Definition } from '../../src/kernel/index.ts';

const text = (sv: string, en: string) => ({ sv, en });

const tripsWith = (whoTitle: { readonly sv: string; readonly en: string }): Definition => ({
  kommons: 'definition/1',
  kind: 'e-service',
  id: 'resor',
  languages: ['sv', 'en'],
  title: text('Resor', 'Trips'),
  task: text('Ansök om resor', 'Apply for trips'),
  summary: text('Bidrag till resor över {grans}.', 'Support for trips above {grans}.'),
  subject: 'skola',
  signIn: 'required',
  casePrefix: 'RES',
  parameters: [
    { id: 'grans', type: 'distance', label: text('Avståndsgräns', 'Distance limit'), default: 2000 },
    { id: 'tid', type: 'duration', label: text('Handläggningstid', 'Handling time'), default: 21 },
  ],
  before: [{ id: 'bra-resor', text: text('Hur lång vägen är', 'How long the way is') }],
  pages: [
    {
      id: 'vem',
      title: whoTitle,
      fields: [
        { id: 'namn', type: 'short-text', label: text('Namn', 'Name'), required: true },
        { id: 'epost', type: 'email', label: text('E-post', 'E-mail'), required: true },
        {
          id: 'ombud',
          type: 'yes-no',
          label: text('Söker du åt någon annan?', 'Do you apply for another?'),
          required: true,
        },
        {
          id: 'ombudets-namn',
          type: 'short-text',
          label: text('Vad heter du?', 'What is your name?'),
          required: true,
          showIf: 'ombud = true',
        },
      ],
    },
    {
      id: 'resan',
      title: text('Resan', 'The trip'),
      fields: [
        {
          id: 'avstand',
          type: 'number',
          label: text('Hur långt är det?', 'How far is it?'),
          noun: text('avståndet', 'the distance'),
          decimals: 1,
          required: true,
          unit: text('kilometer', 'kilometres'),
        },
        {
          id: 'barn',
          type: 'group',
          label: text('Barn som reser med', 'Children who travel along'),
          itemTitle: text('Barn', 'Child'),
          min: 0,
          max: 150,
          fields: [
            {
              id: 'barnets-namn',
              type: 'short-text',
              label: text('Barnets namn', 'Name of the child'),
              required: true,
            },
            { id: 'barnets-fodelsear', type: 'number', label: text('Födelseår', 'Year of birth') },
          ],
        },
      ],
    },
    {
      id: 'intyg-sida',
      title: text('Intyg', 'Certificate'),
      showIf: 'avstand < 2',
      fields: [
        {
          id: 'intyg',
          type: 'file',
          label: text('Intyg', 'Certificate'),
          required: true,
          accept: ['pdf', 'png'],
          maxMegabytes: 1,
          maxFiles: 3,
        },
      ],
    },
  ],
  process: {
    id: 'process-resor',
    states: [
      { id: 'inkommen', title: text('Inkommen', 'Received'), role: 'case-worker', kind: 'received' },
      {
        id: 'utredning',
        title: text('Utredning', 'Investigation'),
        role: 'case-worker',
        kind: 'working',
        timeLimit: { parameter: 'tid' },
      },
      { id: 'beslutad', title: text('Beslutad', 'Decided'), role: 'case-worker', kind: 'decided' },
    ],
  },
  decisions: [
    {
      id: 'bevilja-resor',
      label: text('Bevilja', 'Approve'),
      outcome: 'approved',
      text: text('Du får bidrag, eftersom vägen är minst {grans}.', 'You get support.'),
    },
  ],
  receipt: {
    id: 'kvittens-resor',
    text: text('Du får besked inom {tid}.', 'You hear from us within {tid}.'),
  },
});

/** A service with what the citizen's way must be able to do: conditions, rows, files, a parameter, three pages. */
export const trips = tripsWith(text('Vem reser?', 'Who travels?'));

/** The same with a page renamed: a later version. */
export const tripsRenamed = tripsWith(text('Vem ska resa?', 'Who will travel?'));

/** A report that anybody may make. */
export const report: Definition = {
  kommons: 'definition/1',
  kind: 'e-service',
  id: 'rapport',
  languages: ['sv', 'en'],
  title: text('Felanmälan', 'Fault report'),
  task: text('Anmäl fel', 'Report a fault'),
  summary: text('Trasiga lampor och hål i gatan.', 'Broken lamps and holes in the street.'),
  subject: 'trafik-miljo',
  signIn: 'optional',
  casePrefix: 'FEL',
  pages: [
    {
      id: 'fel',
      title: text('Vad är fel?', 'What is wrong?'),
      fields: [{ id: 'vad', type: 'long-text', label: text('Beskriv felet', 'Describe it'), required: true }],
    },
  ],
};
