import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { z } from 'zod';
import { guideTemplates } from '../../src/modules/guides/templates/templates.ts';
import { elementIds } from '../../src/modules/guides/templates/own-ids.ts';
import { validateGuide } from '../../src/modules/guides/definition/index.ts';
import { testApp } from '../support/app.ts';

/* A new guide begins from a template that its author chooses, and shares no id with another made of the same. */

const kommons = await testApp();
after(() => kommons.close());
const skara = kommons.visitor('designer@skara');
const create = '/arbete/skara/nytt-verk';

async function make(name: string, kind: string) {
  return skara.send(await skara.open(create), '/nytt-verk', { name, kind });
}

const Definition = z.record(z.string(), z.json());

async function definitionOf(work: string) {
  const answer = await kommons.client
    .as('designer@skara')
    .get(`/api/v1/organisations/skara/works/${work}/versions/1`);
  return Definition.parse(answer);
}

test('the templates are offered with what each is for, in both languages', async () => {
  const { text } = await skara.open(create);
  assert.match(text, /Guide: rutin med checklista En rutin som följs varje gång/);
  assert.match(text, /Guide: utbildning med frågor/);
  assert.match(text, /E-tjänst En sida med en fråga/);
  const english = await skara.open(`/en${create}`);
  assert.match(english.text, /Guide: step by step Instructions for a task/);
});

for (const { id, title, what, make: begin } of guideTemplates) {
  test(`${id} is whole, plain and in both languages`, () => {
    const made = begin({ id: 'min-guide', title: { sv: 'Min guide', en: 'My guide' } });
    assert.deepEqual(validateGuide(made), []);
    assert.deepEqual(
      [made.id, made.title, made['summary']],
      ['min-guide', { sv: 'Min guide', en: 'My guide' }, undefined],
    );
    for (const said of [title.sv, title.en, what.sv, what.en]) assert.notEqual(said, '');
  });
}

test('two guides made of one template share no id, and the same is made again alike', () => {
  for (const { make: begin } of guideTemplates) {
    const [one, other, again] = ['forsta', 'andra', 'forsta'].map((work) =>
      begin({ id: work, title: { sv: 'Ny' } }),
    );
    const ids = elementIds(one?.['sections'] ?? []);
    const others = new Set(elementIds(other?.['sections'] ?? []));
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(
      ids.filter((id) => others.has(id)),
      [],
    );
    assert.deepEqual(one, again);
  }
});

test('a guide of a template is opened in the editor, with nothing to put right', async () => {
  const made = await make('Larm i hemmet', 'guide/rutin');
  assert.match(made.address, /verk\/larm-i-hemmet\/anpassa/);
  assert.match(made.text, /När rutinen gäller.*Bocka av varje gång/s);
  assert.doesNotMatch(made.text, /att rätta/);
  const other = await make('Larm på natten', 'guide/rutin');
  assert.match(other.text, /När rutinen gäller/);
  const [first, second] = [await definitionOf('larm-i-hemmet'), await definitionOf('larm-pa-natten')];
  const taken = new Set(elementIds(first['sections'] ?? []));
  assert.ok(taken.size > 20);
  assert.deepEqual(
    elementIds(second['sections'] ?? []).filter((id) => taken.has(id)),
    [],
  );
});

test('the plainest is made of the kind alone, and what is no template is asked about', async () => {
  const plain = await make('Helt tom', 'guide');
  assert.match(plain.text, /Första steget/);
  const service = await make('Ny tjänst', 'e-service');
  assert.match(service.address, /verk\/ny-tjanst\/anpassa/);
  for (const kind of ['guide/okand', 'okand', '']) {
    const refused = await make('Något', kind);
    assert.equal(refused.status, 422, kind);
    assert.match(refused.text, /Välj vad ni vill börja från/);
  }
});

test('a name that stands for a page beside the guides is refused with words, and kept', async () => {
  for (const name of ['Skötsel', 'Månadens']) {
    const refused = await make(name, 'guide');
    assert.equal(refused.status, 409);
    assert.match(refused.text, /Namnet används redan av en sida i Kommons/u);
    assert.match(refused.html, new RegExp(`value="${name}"`, 'u'));
  }
});
