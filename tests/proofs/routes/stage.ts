import { sql } from 'kysely';
import { z } from 'zod';
import type { Client } from '../../world/client.ts';
import { designer } from '../../world/works.ts';
import { multipart } from '../multipart.ts';
import { openRequests } from '../requests.ts';
import { smallService } from '../small-service.ts';
import { shelfSubscription } from '../../../src/modules/guides/index.ts';
import type { TestApp } from '../../support/app.ts';
import { seedCurator, seedRegister, seedSupplier } from './register-stage.ts';
import { pastEveryCheck, putIn } from '../../support/put-in.ts';
import { smallGuide } from '../../support/small-guide.ts';

/** Whose people try, whose secrets they must not reach, and a third that the second deals with. */
export const own = 'harnosand';
export const foreign = 'timra';
export const third = 'sundsvall';
/** Has a side of its own in the register, and customers among both. */
export const supplier = 'mallsta-digital';

/** In every text of the foreign organisation that is not published to all. */
export const canary = 'kanarie-timra-7f3a';
/** What the numbers of the foreign organisation's cases begin with. */
export const foreignNumber = 'KTI 2026-';
/** In the case of another citizen of the own municipality. */
export const neighbour = 'kanarie-granne-91bc';
/** In what the own people may read: shows that such texts do come through where they should. */
export const control = 'kanarie-egen-5d20';

const Draft = z.object({ draft: z.string() });
const Receipt = z.object({ case: z.object({ id: z.string() }) });
const Completions = z.object({ completions: z.array(z.object({ id: z.string() })) });
const Update = z.object({ parts: z.array(z.object({ clean: z.array(z.object({ id: z.string() })) })) });
const OwnChanges = z.object({ changes: z.array(z.object({ id: z.string() })) });
const Contribution = z.object({ id: z.string() });

const prefixOf = { [own]: 'KEG', [foreign]: 'KTI' } as const;

const serviceOf = (organisation: string): string => `prov-${organisation}`;
export const secretWork = 'hemligt-prov';
export const narrowWork = 'snavt-prov';

/** A draft with an attachment, as far as it has come before it is sent. */
async function fillIn(app: TestApp, organisation: string, who: string, mark: string): Promise<string> {
  const me = app.client.as(who);
  const base = `/api/v1/organisations/${organisation}`;
  const { draft } = Draft.parse(await me.post(`${base}/services/${serviceOf(organisation)}/drafts`));
  const file = { name: 'bilaga', filename: `${mark}.txt`, content: `Bilaga ${mark}\n` };
  const { type, body } = multipart([file]);
  const url = `${base}/drafts/${draft}/pages/anmalan/files`;
  const headers = { 'content-type': type };
  const upload = await openRequests(app, app.app)(who, { method: 'POST', url, headers, body });
  if (upload.status !== 201) throw new Error(`the attachment was refused: ${upload.body}`);
  await me.put(`${base}/drafts/${draft}/pages/anmalan`, {
    answers: { vad: `Svar ${mark}`, epost: `${mark}@example.se` },
  });
  return draft;
}

async function submit(app: TestApp, organisation: string, who: string, mark: string): Promise<string> {
  const draft = await fillIn(app, organisation, who, mark);
  const address = `/api/v1/organisations/${organisation}/drafts/${draft}/submit`;
  return Receipt.parse(await app.client.as(who).post(address)).case.id;
}

/** Cases at every point of their life, with the mark in whatever can be written. */
async function seedCases(app: TestApp, organisation: string, mark: string): Promise<void> {
  const worker = app.client.as(`case-worker@${organisation}`);
  const who = `citizen:1@${organisation}`;
  const citizen = app.client.as(who);
  const cases = `/api/v1/organisations/${organisation}/cases`;
  const mine = `/api/v1/organisations/${organisation}/my-cases`;

  const asked = await submit(app, organisation, who, mark);
  await worker.post(`${cases}/${asked}/take`);
  await worker.post(`${cases}/${asked}/notes`, { text: `Anteckning ${mark}` });
  await worker.post(`${cases}/${asked}/messages`, { text: `Till dig ${mark}`, files: [] });
  await citizen.post(`${mine}/${asked}/messages`, { text: `Till er ${mark}`, files: [] });
  await worker.post(`${cases}/${asked}/completions`, { text: `Komplettera ${mark}`, due: '2026-12-20' });

  const completed = await submit(app, organisation, who, mark);
  await worker.post(`${cases}/${completed}/take`);
  const asking = await worker.post(`${cases}/${completed}/completions`, {
    text: `Komplettera ${mark}`,
    due: '2026-12-20',
  });
  const completion = Completions.parse(asking).completions[0]?.id ?? '';
  await citizen.post(`${mine}/${completed}/completions/${completion}/answer`, {
    text: `Här ${mark}`,
    files: [],
  });

  const decided = await submit(app, organisation, who, mark);
  await worker.post(`${cases}/${decided}/take`);
  await worker.post(`${cases}/${decided}/decision`, { choice: 'klart', reasons: `Skäl ${mark}` });

  const drafted = await submit(app, organisation, who, mark);
  await worker.post(`${cases}/${drafted}/take`);
  await app
    .visitor(`case-worker@${organisation}`)
    .raw('POST', `/arbete/${organisation}/arenden/${drafted}/beslut`, {
      choice: 'klart',
      reasons: `Utkast till skäl ${mark}`,
      act: 'save',
      revision: '0',
    });
  await fillIn(app, organisation, who, mark);
}

/** What an administrator writes: a unit, somebody's title, and what a program is called. */
async function seedOffice(app: TestApp, organisation: string, mark: string): Promise<void> {
  const admin = app.visitor(`admin@${organisation}`);
  const base = `/arbete/${organisation}/installningar`;
  await admin.raw('POST', `${base}/enheter`, { name: `Enhet ${mark}` });
  const label = `Titel ${mark}`;
  await admin.raw('POST', `${base}/roller`, { who: `${organisation}-ny`, role: 'supplier', unit: '', label });
  const program = { name: `Program ${mark}`, role: 'strategist', may: 'read', days: '90' };
  await admin.raw('POST', `${base}/program`, program);
}

async function installService(client: Client, organisation: keyof typeof prefixOf): Promise<void> {
  const works = designer(client, organisation);
  const id = serviceOf(organisation);
  await works.create(smallService({ id, prefix: prefixOf[organisation] }), 'Första.');
  await works.fill(id, { namnd: 'Provnämnden' });
  await works.use(id);
}

/** What names a file that it may not, by the names that addresses have for it. */
export type Stolen = { readonly work: string; readonly hash: string };

const title = (value: string) => ({ do: 'set', path: 'title/sv', value }) as const;

async function useGuide(
  app: TestApp,
  organisation: string,
  definition: Omit<typeof smallGuide, 'sections'> & { readonly sections: readonly object[] },
): Promise<void> {
  const works = designer(app.client, organisation);
  const work = definition.id;
  await works.create(definition, 'Första.');
  await works.fill(work, { 'support-phone': '08-465 004 40' });
  await works.use(work);
  const { db, clock, newId } = app.ground;
  const inUse = { organisation, work, kind: 'guide', versionId: null, number: null, settingsNumber: null };
  await shelfSubscription().deliver(inUse, { id: newId(), at: clock(), organisation }, db);
}

/** A guide for staff with the mark in all that is the organisation's own, that somebody has read; and an open one. */
async function seedGuides(app: TestApp, organisation: string, mark: string): Promise<string> {
  const work = `guide-${organisation}`;
  const lead = { sv: `Så gör vi ${mark}`, en: `How we do it ${mark}` };
  const media = await putIn(app, organisation, Buffer.from(`Mall ${mark}\n`));
  const file = { id: 'mall', type: 'file', media, name: 'mall.txt', title: lead };
  const templates = { id: 'mallar', title: lead, steps: [{ id: 'hamta-mall', title: lead, blocks: [file] }] };
  await useGuide(app, organisation, {
    ...smallGuide,
    id: work,
    title: lead,
    summary: lead,
    sections: [...smallGuide.sections, templates],
  });
  await useGuide(app, organisation, { ...smallGuide, id: `oppen-${work}`, readers: 'everyone' });
  const reading = `/api/v1/organisations/${organisation}/guides/${work}/reading/anteckna`;
  await app.client.as(`training-lead@${organisation}`).put(reading, {});
  await seedCare(app, organisation, mark);
  return media;
}

/** A guide of the own people's that names a file of the foreign ones, as if it had come past every check. */
async function steal(app: TestApp, media: string): Promise<Stolen> {
  const title = { sv: 'Lånad', en: 'Borrowed' };
  const blocks = [{ id: 'mall', type: 'file', media, name: 'mall.txt', title }];
  const sections = [{ id: 'allt', title, steps: [{ id: 'logga-in', title, blocks }] }];
  const guide = { ...smallGuide, id: 'lanad', readers: 'everyone', sections };
  await pastEveryCheck(app, { organisation: own, media }, () => useGuide(app, own, guide));
  return { work: guide.id, hash: media };
}

/** Who answers for the guide, what a reader has written, and a prize as a network has one. */
async function seedCare(app: TestApp, organisation: string, mark: string): Promise<void> {
  const work = `guide-${organisation}`;
  const lead = app.visitor(`training-lead@${organisation}`);
  const guides = `/arbete/${organisation}/guider`;
  await lead.send(await lead.open(`${guides}/${work}/skotsel`), '/skotsel', {
    ansvarig: `Ansvarig ${mark}`,
    epost: '',
    'granskas.day': '1',
    'granskas.month': '3',
    'granskas.year': '2028',
  });
  await lead.raw('POST', `${guides}/${work}/steg/anteckna/hjalpte`, { hjalpte: 'ja' });
  await lead.raw('POST', `${guides}/${work}/steg/anteckna/anteckning`, { om: '', text: `Fel ${mark}` });
  await app.database.db.transaction({ organisation, person: null }, (tx) =>
    sql`insert into guides.month_prizes (organisation_id, kronor, receiver, since)
      values (${organisation}, 100, ${`Mottagare ${mark}`}, now())`.execute(tx),
  );
}

/** A work that is nobody else's, in every state that a variant can hold. */
async function seedWorks(client: Client, organisation: string, mark: string): Promise<void> {
  const works = designer(client, organisation);
  const id = `${secretWork}-${organisation}`;
  await works.create(smallService({ id, prefix: 'HEM', mark }), `Skapad ${mark}`);
  await works.fill(id, { namnd: `Nämnden ${mark}` });
  await works.edit(id, [title(`Ny titel ${mark}`)], `Ändrad ${mark}`);
  await works.me.post(`${works.base}/${id}/draft`, {
    revision: null,
    commands: [title(`Utkast ${mark}`)],
  });
  const narrow = `${narrowWork}-${organisation}`;
  await works.create(smallService({ id: narrow, prefix: 'SNA', mark }), `Skapad ${mark}`);
  await works.me.post(`${works.base}/${narrow}/publications`, {
    audience: { kind: 'organisations', of: [third] },
    message: `Publicerad ${mark}`,
  });
}

/** Local changes to school transport, a declined change, a contribution to its owner and talk about it. */
async function seedExchange(client: Client, organisation: string, mark: string): Promise<void> {
  const works = designer(client, organisation);
  const work = 'skolskjuts';
  const help = { do: 'set', path: 'pages/resan/fields/forsta-dag/help/sv', value: `Hjälp ${mark}` } as const;
  await works.edit(work, [help], `Egen hjälptext ${mark}`);
  const update = Update.parse(await works.me.get(`${works.base}/${work}/update`));
  const change = update.parts.flatMap((part) => part.clean)[0]?.id;
  if (change !== undefined)
    await works.me.post(`${works.base}/${work}/update/declines`, { id: change, reason: `Inte vi ${mark}` });
  const { changes } = OwnChanges.parse(await works.me.get(`${works.base}/${work}/own-changes`));
  const { id } = Contribution.parse(
    await works.me.post(`${works.base}/${work}/contributions`, {
      changes: changes.slice(-1).map((one) => one.id),
      message: `Förslag ${mark}`,
    }),
  );
  const answering = designer(client, third);
  const about = (who: string): string => `/api/v1/organisations/${who}/contributions/${id}/messages`;
  await works.me.post(about(organisation), { text: `Vi menar ${mark}` });
  await answering.me.post(about(third), { text: `Vi frågar ${mark}` });
}

/** A release of the fault report, of which the organisation declines what is new. */
async function seedDecline(client: Client, organisation: string, mark: string): Promise<void> {
  const work = 'felanmalan';
  const owner = designer(client, 'esamverkan');
  const summary = { do: 'set', path: 'summary/sv', value: 'Berätta vad som är fel ute.' } as const;
  await owner.edit(work, [summary], 'Kortare sammanfattning.');
  await owner.publish(work, { kind: 'everyone' }, 'Kortare sammanfattning.');
  const works = designer(client, organisation);
  const update = Update.parse(await works.me.get(`${works.base}/${work}/update`));
  const reasons = update.parts.flatMap((part) => part.clean).map(({ id }) => [id, `Inte vi ${mark}`]);
  await works.update(work, { declines: Object.fromEntries(reasons) });
}

/**
 * Fills the foreign organisation with its canary, as its people would, and the own one with a canary that
 * its people may read. `mark` texts are in what only the organisation itself, or the third, may see.
 */
export async function setStage(app: TestApp): Promise<Stolen> {
  let media = '';
  for (const [organisation, mark] of [
    [foreign, canary],
    [own, control],
  ] as const) {
    await installService(app.client, organisation);
    await seedCases(app, organisation, mark);
    await seedWorks(app.client, organisation, mark);
    await seedOffice(app, organisation, mark);
    await seedRegister(app, { organisation, mark, other: third });
    const file = await seedGuides(app, organisation, mark);
    if (organisation === foreign) media = file;
  }
  await seedCurator(app, foreign);
  await seedSupplier(app, { supplier, customers: [foreign, own] });
  await seedExchange(app.client, foreign, canary);
  await seedDecline(app.client, foreign, canary);
  await submit(app, own, `citizen:2@${own}`, neighbour);
  await fillIn(app, own, `citizen:2@${own}`, neighbour);
  return steal(app, media);
}
