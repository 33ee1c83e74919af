import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import { testApp, type TestApp } from '../support/app.ts';
import type { Visitor } from '../support/visitor.ts';
import { waitFor } from '../support/wait.ts';
import { apply, schoolTransport } from '../world/citizens.ts';
import { shareSchoolTransportGuides } from '../world/school-transport-guides.ts';
import { localFacts } from '../world/story.ts';
import { designer, readContent } from '../world/works.ts';

/* Whoever applies for school transport, and whoever decides, has the guide that ships beside the task. */

const organisation = 'harnosand';
const work = 'skolskjuts';
const trip = {
  child: 'Barn',
  school: 'Exempelskolan',
  year: 2,
  kilometres: 4,
  from: '2027-01-11',
  traffic: 'Vägen saknar gångbana.',
};

let kommons: TestApp;

async function delivered(): Promise<void> {
  for (const place of ['sundsvall', organisation]) {
    const waiting = () =>
      kommons.database.db.transaction({ organisation: place, person: null }, (tx) =>
        tx.selectFrom('platform.outbox').select('id').where('delivered_at', 'is', null).execute(),
      );
    await waitFor(async () => (await waiting()).length === 0, 10_000);
  }
}

before(async () => {
  kommons = await testApp({ work: true });
  const own = designer(kommons.client, organisation);
  await own.create(await readContent(work), 'Första versionen.');
  await own.fill(work, localFacts.harnosand);
  await own.use(work);
  await shareSchoolTransportGuides({ client: kommons.client, at: () => undefined });
  await delivered();
});
after(() => kommons.close());

async function panelOn(visitor: Visitor, address: string): Promise<string> {
  const { html, status } = await visitor.open(address);
  assert.equal(status, 200, address);
  const found = /<iframe src="([^"]+)" title="Så gör vi"/.exec(html)?.[1];
  assert.ok(found !== undefined, address);
  return (await visitor.open(found.replaceAll('&amp;', '&'))).text;
}

test('each page of the form has help about its own questions, as Härnösand has it', async () => {
  const citizen = kommons.client.as('citizen:1@harnosand');
  const { draft } = z
    .object({ draft: z.string() })
    .parse(await citizen.post(`/api/v1/organisations/${organisation}/services/${work}/drafts`));
  const { vem, skola, resan, boende, skal } = schoolTransport(trip);
  for (const [page, answers] of Object.entries({ vem, skola, resan, boende, skal })) {
    await citizen.put(`/api/v1/organisations/${organisation}/drafts/${draft}/pages/${page}`, { answers });
  }
  const family = kommons.visitor('citizen:1@harnosand');
  for (const [page, first] of [
    ['vem', /Så gör vi Vem kan få skolskjuts\?.*Ansök senast den 30 april/],
    ['skola', /Så gör vi Om ni har valt skola själva/],
    ['resan', /Så gör vi Så mäter vi vägen.*minst: 2 kilometer till och med.*Färjan till Hemsön räknas/],
    ['boende', /Så gör vi Om barnet bor på två ställen/],
    ['skal', /Så gör vi När trafiken är farlig/],
    ['kontrollera', /Så gör vi Det här händer sedan.*inom 33 dagar.*skolskjuts@harnosand\.example/],
  ] as const) {
    const panel = await panelOn(family, `/k/${organisation}/tjanster/${work}/utkast/${draft}/${page}`);
    assert.match(panel, first, page);
    assert.doesNotMatch(panel, /\{[a-z-]+\}|inte ifyllt/, page);
    assert.doesNotMatch(panel, /Mät vägen och pröva skälen/, 'what is for staff is not for families');
  }
});

test('the case has help that follows its state', async () => {
  const { id } = await apply(
    kommons.client,
    { citizen: 'citizen:2@harnosand', organisation, work },
    schoolTransport(trip),
  );
  const staff = kommons.visitor('case-worker@harnosand');
  const at = `/arbete/${organisation}/arenden/${id}`;
  const received = await panelOn(staff, at);
  assert.match(
    received,
    /Så gör vi Ta emot ansökan.*Den som har jour fördelar.*Var försiktig med det som är känsligt/,
  );
  assert.doesNotMatch(received, /Ta hand om ett överklagande/);
  const worker = kommons.client.as('case-worker@harnosand');
  const cases = `/api/v1/organisations/${organisation}/cases/${id}`;
  await worker.post(`${cases}/take`);
  await worker.post(`${cases}/decision`, { choice: 'avsla', reasons: 'Vägen är kort och säker.' });
  assert.match(await panelOn(staff, at), /Så gör vi Ta hand om ett överklagande.*28 kap\. 5 § skollagen/);
});
