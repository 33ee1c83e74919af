import { designer } from './works.ts';
import type { Client } from './client.ts';

/* Two short guides that municipalities of GVS12 have written and neighbours use. All of it is invented examples. */

type Stage = { readonly client: Client; readonly at: (daysAgo: number, hour?: number) => void };

const both = (sv: string, en: string) => ({ sv, en });
const text = (id: string, sv: string, en: string) => ({ id, type: 'text', text: both(sv, en) });
const actions = (id: string, lines: readonly (readonly [sv: string, en: string])[]) => ({
  id,
  type: 'actions',
  items: lines.map(([sv, en], index) => ({ id: `${id}-${String(index + 1)}`, text: both(sv, en) })),
});
const slot = (id: string, sv: string, en: string) => ({
  id,
  type: 'slot',
  lock: 'free',
  title: both('Så gör vi hos oss', 'How we do it here'),
  prompt: both(sv, en),
  required: false,
  blocks: [],
});

const head = {
  kommons: 'definition/1',
  kind: 'guide',
  languages: ['sv', 'en'],
  readers: 'staff',
  reviewMonths: 12,
};

const whenDown = {
  ...head,
  id: 'nar-systemet-ar-nere',
  title: both('När systemet är nere', 'When the system is down'),
  summary: both(
    'Exempel. Det viktigaste att göra när ni inte kommer åt verksamhetssystemet.',
    'Example. The most important things to do when you cannot reach the system.',
  ),
  subject: 'omsorg',
  sections: [
    {
      id: 'under-avbrottet',
      title: both('Under avbrottet', 'During the outage'),
      steps: [
        {
          id: 'forsta-kvarten',
          title: both('Den första kvarten', 'The first quarter of an hour'),
          minutes: 3,
          blocks: [
            text(
              'forsta-text',
              'Vänta en kvart innan du byter till papper. De flesta avbrott är korta.',
              'Wait a quarter of an hour before you change to paper. Most outages are short.',
            ),
            actions('forsta-gor', [
              [
                'Fråga en kollega om felet finns även hos dem.',
                'Ask a colleague if they have the fault too.',
              ],
              ['Anmäl felet till supporten.', 'Report the fault to the support.'],
              ['Berätta för gruppen vad som gäller.', 'Tell the group what goes for now.'],
            ]),
            slot(
              'forsta-lokalt',
              'Skriv vem som säger till att ni byter till papper.',
              'Write who says when you change to paper.',
            ),
          ],
        },
        {
          id: 'skriv-pa-papper',
          title: both('Skriv på papper', 'Write on paper'),
          minutes: 4,
          blocks: [
            actions('papper-gor', [
              ['Hämta blanketterna i pärmen.', 'Fetch the forms in the binder.'],
              ['Skriv klockslag och ditt namn på varje blad.', 'Write the time and your name on each sheet.'],
              ['Lås in bladen när du går.', 'Lock the sheets in when you leave.'],
            ]),
            slot('papper-lokalt', 'Skriv var pärmen finns.', 'Write where the binder is.'),
          ],
        },
      ],
    },
    {
      id: 'efter-avbrottet',
      title: both('Efter avbrottet', 'After the outage'),
      steps: [
        {
          id: 'skriv-in',
          title: both('Skriv in det som hände', 'Enter what happened'),
          minutes: 4,
          blocks: [
            text(
              'in-text',
              'Skriv in det mest brådskande först. Ange den tid då det hände, och att du skriver i efterhand.',
              'Enter the most urgent first. Give the time when it happened, and that you write afterwards.',
            ),
          ],
        },
      ],
    },
  ],
};

const newColleague = {
  ...head,
  id: 'ta-emot-en-ny-kollega',
  title: both('Ta emot en ny kollega', 'Welcome a new colleague'),
  summary: both(
    'Exempel. Den första veckan för den som är ny.',
    'Example. The first week for whoever is new.',
  ),
  subject: 'arbetssatt',
  sections: [
    {
      id: 'forsta-veckan',
      title: both('Den första veckan', 'The first week'),
      steps: [
        {
          id: 'innan-hen-kommer',
          title: both('Innan kollegan kommer', 'Before your colleague comes'),
          minutes: 3,
          blocks: [
            actions('innan-gor', [
              ['Beställ behörighet minst en vecka i förväg.', 'Order access at least a week ahead.'],
              ['Utse en fadder.', 'Name a buddy.'],
              ['Boka tid för frågor varje dag.', 'Book time for questions every day.'],
            ]),
            slot('innan-lokalt', 'Skriv vem som beställer behörigheten.', 'Write who orders the access.'),
          ],
        },
        {
          id: 'forsta-dagen',
          title: both('Första dagen', 'The first day'),
          minutes: 3,
          blocks: [
            text(
              'dagen-text',
              'Visa först hur man får hjälp. Resten går att fråga om när man vet vem man frågar.',
              'Show first how to get help. The rest can be asked about when one knows whom to ask.',
            ),
          ],
        },
      ],
    },
  ],
};

const neighbourGuides = [
  { owner: 'skara', definition: whenDown, adopters: ['hjo', 'tibro', 'vara', 'gotene'] },
  { owner: 'lidkoping', definition: newColleague, adopters: ['skara', 'mariestad', 'hjo'] },
] as const;

/** The owners share, and neighbours take them in as they are. */
export async function shareNeighbourGuides({ client, at }: Stage): Promise<void> {
  for (const { owner, definition, adopters } of neighbourGuides) {
    at(74);
    const author = designer(client, owner);
    await author.create(definition, 'Första versionen.');
    await author.use(definition.id);
    await author.publish(definition.id, { kind: 'everyone' }, 'Första versionen.');
    at(71);
    for (const organisation of adopters) {
      const adopter = designer(client, organisation);
      await adopter.adopt(definition.id, owner);
      await adopter.use(definition.id);
    }
  }
}
