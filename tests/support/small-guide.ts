/*
 * A small guide with something of most things, for tests: two sections, five steps, a slot, a local fact, a
 * question and a quiz.
 */

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const both = (sv: string, en: string): Json => ({ sv, en });
const text = (id: string, sv: string, en: string): Json => ({ id, type: 'text', text: both(sv, en) });

export const smallGuide = {
  kommons: 'definition/1',
  kind: 'guide',
  id: 'journalforing',
  languages: ['sv', 'en'],
  title: both('Föra journal', 'Keep a record'),
  summary: both('Så dokumenterar vi i akten.', 'How we document in the file.'),
  subject: 'omsorg',
  readers: 'staff',
  reviewMonths: 12,
  parameters: [
    {
      id: 'support-phone',
      type: 'phone',
      label: both('Telefon till supporten', 'Phone to the support'),
      required: true,
    },
  ],
  sections: [
    {
      id: 'grunder',
      title: both('Grunder', 'Basics'),
      steps: [
        {
          id: 'logga-in',
          title: both('Logga in', 'Sign in'),
          minutes: 5,
          blocks: [
            text('in-text', 'Logga in med ditt tjänstekort.', 'Sign in with your card.'),
            {
              id: 'in-gor',
              type: 'actions',
              items: [
                { id: 'in-gor-1', text: both('Sätt kortet i läsaren.', 'Put the card in the reader.') },
                { id: 'in-gor-2', text: both('Skriv din kod.', 'Write your code.') },
              ],
            },
            text(
              'in-hjalp',
              'Ring {support-phone} om kortet är spärrat.',
              'Call {support-phone} if the card is blocked.',
            ),
          ],
        },
        {
          id: 'sekretess',
          title: both('Sekretess', 'Secrecy'),
          blocks: [
            {
              id: 'sekretess-varning',
              type: 'warning',
              lock: 'fixed',
              text: both(
                'Läs bara det som du behöver för ditt arbete.',
                'Read only what you need for your work.',
              ),
            },
            {
              id: 'sekretess-fraga',
              type: 'question',
              question: both('Får du läsa en väns akt?', "May you read a friend's file?"),
              options: [
                {
                  id: 'ja',
                  text: both('Ja', 'Yes'),
                  right: false,
                  feedback: both(
                    'Nej, bara om du arbetar med ärendet.',
                    'No, only if you work with the case.',
                  ),
                },
                {
                  id: 'nej',
                  text: both('Nej', 'No'),
                  right: true,
                  feedback: both('Just det.', 'That is so.'),
                },
              ],
            },
          ],
        },
      ],
    },
    {
      id: 'skriva',
      title: both('Skriva', 'Writing'),
      steps: [
        {
          id: 'anteckna',
          title: both('Skriv en anteckning', 'Write a note'),
          blocks: [
            text(
              'anteckna-text',
              'Skriv vad som har hänt. Skriv samma dag.',
              'Write what has happened. Write the same day.',
            ),
            {
              id: 'anteckna-hos-oss',
              type: 'slot',
              lock: 'free',
              title: both('Så gör vi hos oss', 'How we do it here'),
              prompt: both('Skriv vem som läser anteckningen.', 'Write who reads the note.'),
              required: false,
              blocks: [],
            },
          ],
        },
        {
          id: 'ratta',
          title: both('Rätta ett fel', 'Put an error right'),
          blocks: [
            text(
              'ratta-text',
              'Stryk aldrig över. Gör en ny anteckning.',
              'Never strike out. Make a new note.',
            ),
          ],
        },
        {
          id: 'prova-dig',
          title: both('Pröva dig själv', 'Test yourself'),
          blocks: [
            {
              id: 'prov',
              type: 'quiz',
              title: both('Två frågor', 'Two questions'),
              pass: 2,
              questions: [
                {
                  id: 'prov-1',
                  question: both('När skriver du anteckningen?', 'When do you write the note?'),
                  options: [
                    { id: 'prov-1-a', text: both('Samma dag', 'The same day'), right: true },
                    { id: 'prov-1-b', text: both('Nästa vecka', 'Next week'), right: false },
                  ],
                },
                {
                  id: 'prov-2',
                  question: both('Får du stryka över?', 'May you strike out?'),
                  options: [
                    { id: 'prov-2-a', text: both('Ja', 'Yes'), right: false },
                    { id: 'prov-2-b', text: both('Nej', 'No'), right: true },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
} satisfies Json;
