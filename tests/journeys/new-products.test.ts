import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { saveCurator } from '../../src/modules/systems/index.ts';
import { readCatalogue } from '../../src/modules/systems/catalogue/reading.ts';
import { testApp, type TestApp } from '../support/app.ts';
import type { Shown } from '../support/visitor.ts';

/* What an organisation uses and the catalogue lacks is put into it, by the same rules whichever way it comes. */

let kommons: TestApp;
const who = (organisation: string) => kommons.visitor(`strategist@${organisation}`);
const register = (organisation: string): string => `/arbete/${organisation}/system`;
const work = (organisation: string): string => `/arbete/${organisation}/katalog`;

before(async () => {
  kommons = await testApp();
});
after(() => kommons.close());

const catalogue = () => kommons.database.db.transaction({ organisation: null, person: null }, readCatalogue);
const named = async (name: string): Promise<readonly string[]> =>
  [...(await catalogue()).products.values()].flatMap(({ record }) =>
    record.name === name ? [record.id] : [],
  );

/** What somebody is asked of names that are pasted. */
async function pasted(organisation: string, ...names: readonly string[]): Promise<Shown> {
  const page = await who(organisation).open(`${register(organisation)}/lagg-till/flera`);
  return who(organisation).send(page, '/flera', { namn: names.join('\n') });
}

test('a pasted name gets no address that the open catalogue has already', async () => {
  await who('skara').send(await pasted('skara', 'Lista', 'DCAT'), '/flera');
  assert.deepEqual([await named('Lista'), await named('DCAT')], [['lista-2'], ['dcat-2']]);
  assert.match((await kommons.visitor(null).open('/system/lista-2')).text, /Lista/);
  const list = await kommons.visitor(null).raw('GET', '/system/lista?format=csv&q=lifecare');
  assert.match(list.body, /\nlifecare;Lifecare;/u);
});

test('two that add the same at once put it into the catalogue once, and both have it', async () => {
  const municipalities = ['skara', 'hjo', 'tibro'];
  const pages = await Promise.all(municipalities.map((one) => pasted(one, 'Kottfabriken')));
  await Promise.all(municipalities.map((one, at) => who(one).send(pages[at] ?? assert.fail(), '/flera')));
  assert.deepEqual(await named('Kottfabriken'), ['kottfabriken']);
  for (const one of municipalities)
    assert.match((await who(one).open(register(one))).text, /Kottfabriken/, one);
});

test('the same name in other letters is one product; what was seen and not meant is another', async () => {
  await who('skara').send(await pasted('skara', 'Grankollen', 'GRANKOLLEN'), '/flera');
  assert.deepEqual([await named('Grankollen'), await named('GRANKOLLEN')], [[], ['grankollen']]);
  await who('hjo').send(await pasted('hjo', 'Grankollen'), '/flera', { val: '+' });
  assert.deepEqual(await named('Grankollen'), ['grankollen-2']);
});

test('a supplier whose name several have is never guessed', async () => {
  const twins = { name: 'Tvillingverket', aliases: [], formerNames: [] };
  for (const organisation of ['goteborgsregionen', 'sundsvall']) {
    const address = `/api/v1/organisations/${organisation}/suppliers?anyway=yes`;
    const made = await kommons.client.as(`strategist@${organisation}`).ask('POST', address, twins);
    assert.equal(made.status, 201);
  }
  const page = await who('hjo').open(`${register('hjo')}/lagg-till/ny`);
  const asked = await who('hjo').send(page, '/ny', { namn: 'Tvillinglistan', leverantor: twins.name });
  assert.equal(asked.status, 422);
  assert.match(asked.text, /flera leverantörer som kan heta Tvillingverket/);
  assert.deepEqual(await named('Tvillinglistan'), []);

  const added = await who('hjo').raw('POST', `${register('hjo')}/lagg-till`, { produkt: 'platina' });
  const usage = new URL(added.location, 'http://kommons.test').searchParams.get('ny') ?? '';
  const contract = `${register('hjo')}/${usage}/andra?del=contract`;
  const form = await who('hjo').open(contract);
  const unclear = await who('hjo').send(form, '/andra', { contractSupplier: twins.name });
  assert.equal(unclear.status, 422);
  assert.match(unclear.text, /Vi hittar inte ”Tvillingverket”, eller hittar flera/);

  await who('hjo').send(unclear, '/andra', { contractSupplier: 'tvillingverket-2' });
  await who('hjo').send(await who('hjo').open(contract), '/andra', { price: '1000' });
  const kept = await kommons.client.as('strategist@hjo').get(`/api/v1/organisations/hjo/usages/${usage}`);
  assert.match(JSON.stringify(kept), /"contractSupplier":"tvillingverket-2"/);
  assert.match(JSON.stringify(kept), /"price":1000/);
});

test('what one has added one undoes, until somebody else has had a hand in it: then the page says why not', async () => {
  const entryOf = async (product: string): Promise<string> => {
    const { html } = await who('hjo').open(`${work('hjo')}/historik?post=product/${product}`);
    return /href="([^"]*\/historik\/\d+)"/u.exec(html)?.[1] ?? assert.fail();
  };
  await who('hjo').send(await pasted('hjo', 'Tallkotten'), '/flera');
  const entry = await entryOf('tallkotten');
  const early = await who('hjo').open(entry);
  assert.match(early.html, /action="[^"]*\/angra"/u);
  await kommons.database.db.transaction({ organisation: 'goteborgsregionen', person: null }, (tx) =>
    saveCurator(tx, 'goteborgsregionen', { curates: true, at: kommons.clock.now }),
  );
  const gr = who('goteborgsregionen');
  const form = await gr.open(`${work('goteborgsregionen')}/produkter/tallkotten/andra`);
  await gr.send(form, '/andra', { name: 'Tallkotte' });

  const refused = await who('hjo').send(early, '/angra');
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Andra än ni har ändrat posten/);
  assert.deepEqual(await named('Tallkotte'), ['tallkotten']);
  const late = await who('hjo').open(entry);
  assert.equal(late.status, 200);
  assert.match(late.text, /Andra än ni har ändrat posten/);
  assert.doesNotMatch(late.html, /action="[^"]*\/angra"/u);
  assert.doesNotMatch((await who('skara').open(entry.replace('hjo', 'skara'))).text, /Andra än ni/);

  await who('hjo').send(await pasted('hjo', 'Enbusken'), '/flera');
  await who('hjo').send(await who('hjo').open(await entryOf('enbusken')), '/angra');
  assert.equal((await catalogue()).products.get('enbusken')?.withdrawn, true);
});

test('the form of one product asks whoever came last, also where both pressed at once', async () => {
  const form = { namn: 'Barrvakten', leverantor: 'Barrverket', vad: 'Vaktar barr.' };
  const sent = await Promise.all(
    ['skara', 'hjo'].map(async (one) => {
      const page = await who(one).open(`${register(one)}/lagg-till/ny`);
      return who(one).send(page, '/ny', form);
    }),
  );
  assert.deepEqual(
    sent.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 422],
  );
  const asked = sent.find(({ status }) => status === 422) ?? assert.fail();
  assert.match(asked.text, /Katalogen har redan Barrvakten/);
  assert.match(asked.html, /Vaktar barr\./);
  assert.deepEqual(await named('Barrvakten'), ['barrvakten']);
  const last = asked.address.includes('skara') ? 'skara' : 'hjo';
  await who(last).send(asked, '/ny', { annan: 'ja' });
  assert.deepEqual(await named('Barrvakten'), ['barrvakten', 'barrvakten-2']);
  const suppliers = [...(await catalogue()).suppliers.values()];
  assert.equal(suppliers.filter(({ record }) => record.name === 'Barrverket').length, 1);
});
