import type { Command } from '../../src/modules/commons/index.ts';
import type { Client } from './client.ts';
import { designer, readContent } from './works.ts';

/* Help with school transport, for families and for case workers. All that is local is invented. */

type Stage = { readonly client: Client; readonly at: (daysAgo: number, hour?: number) => void };
type Written = {
  readonly section: string;
  readonly step: string;
  readonly sv: string;
  readonly en: string;
};

const everyone = { kind: 'everyone' } as const;

const fillSlot = ({ section, step, sv, en }: Written): Command => ({
  do: 'add',
  list: `sections/${section}/steps/${step}/blocks/${step}-lokalt/blocks`,
  after: null,
  element: {
    id: `harnosand-${step}`,
    type: 'text',
    text: { sv: `*Exempel.* ${sv}`, en: `*Example.* ${en}` },
  },
});

const asking = (organisation: string, phone: string) => ({
  'kontakt-epost': `skolskjuts@${organisation}.example`,
  'kontakt-telefon': phone,
});

const guides = [
  {
    work: 'ansok-om-skolskjuts',
    sundsvall: asking('sundsvall', '08-465 004 00'),
    harnosand: { ...asking('harnosand', '08-465 004 01'), 'besked-inom': 33 },
    others: ['timra', 'kramfors'],
    factsOf: (organisation: string): object => asking(organisation, '08-465 004 02'),
    local: [
      {
        section: 'innan',
        step: 'vem-kan-fa',
        sv: 'Ansök senast den 30 april för att få besked före höstterminen. Ni ansöker på nytt varje läsår.',
        en: 'Apply by 30 April to have an answer before the autumn term. You apply anew for each school year.',
      },
      {
        section: 'vagen',
        step: 'sa-mater-vi',
        sv: 'Färjan till Hemsön räknas som en del av vägen. Barnet kan behöva gå 1 kilometer till en hållplats, och 2 från årskurs 4.',
        en: 'The ferry to Hemsön counts as a part of the way. The child may have to walk 1 kilometre to a stop, and 2 from year 4.',
      },
    ],
  },
  {
    work: 'handlagga-skolskjuts',
    sundsvall: { 'fraga-epost': 'skolskjuts@sundsvall.example' },
    harnosand: { 'fraga-epost': 'skolskjuts@harnosand.example' },
    others: ['timra', 'ange'],
    factsOf: (organisation: string): object => ({ 'fraga-epost': `skolskjuts@${organisation}.example` }),
    local: [
      {
        section: 'borja',
        step: 'ta-emot',
        sv: 'Den som har jour fördelar nya ärenden före klockan 9. Gäller det nästa vecka ringer du familjen samma dag.',
        en: 'Whoever is on duty shares new cases out before 9. If it is about next week you ring the family the same day.',
      },
      {
        section: 'utred',
        step: 'mat-vagen',
        sv: 'Mät i kommunens karta, från tomtgräns till skolgård. Är trafiken oklar tar du hjälp av gatuenheten.',
        en: 'Measure on the municipal map, from the edge of the plot to the schoolyard. If the traffic is unclear you get help from the street unit.',
      },
      {
        section: 'besluta',
        step: 'besluta-motivera',
        sv: 'Handläggare beslutar. En kollega läser varje avslag innan du skickar det.',
        en: 'Case workers decide. A colleague reads each rejection before you send it.',
      },
    ],
  },
] as const;

/** Sundsvall shares how one applies and how one handles it; Härnösand adopts both and writes its own. */
export async function shareSchoolTransportGuides({ client, at }: Stage): Promise<void> {
  const owner = designer(client, 'sundsvall');
  const adopter = designer(client, 'harnosand');
  for (const guide of guides) {
    at(48);
    await owner.create(await readContent(guide.work), 'Första versionen.');
    await owner.fill(guide.work, guide.sundsvall);
    await owner.use(guide.work);
    await owner.publish(guide.work, everyone, 'Första versionen.');
    at(44);
    await adopter.adopt(guide.work, 'sundsvall');
    await adopter.fill(guide.work, guide.harnosand);
    await adopter.edit(guide.work, guide.local.map(fillSlot), 'Så gör vi hos oss. Exempel.');
    await adopter.use(guide.work);
    at(42);
    for (const organisation of guide.others) {
      const other = designer(client, organisation);
      await other.adopt(guide.work, 'sundsvall');
      await other.fill(guide.work, guide.factsOf(organisation));
      await other.use(guide.work);
    }
  }
}
