import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { effectiveLocks, getDefinition, isDefinition, type Definition } from '../src/kernel/index.ts';
import {
  blocksOf,
  guideRules,
  readGuide,
  validateGuide,
  type Guide,
} from '../src/modules/guides/definition/index.ts';

const folder = new URL('guides/', import.meta.url);
const services = new Set(
  readdirSync(new URL('e-services/', import.meta.url)).map((file) => file.replace('.json', '')),
);

function readFile(name: string): Definition {
  const parsed: unknown = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  assert.ok(isDefinition(parsed), name);
  return getDefinition(parsed);
}

function getGuide(definition: Definition): Guide {
  const read = readGuide(definition);
  assert.ok(read.ok, JSON.stringify(read.issues));
  return read.value;
}

const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const guides = new Map(files.map((name) => [name.replace('.json', ''), readFile(name)]));

/** Works and steps that a guide names and that are not there. */
function nowhere(guide: Guide): readonly string[] {
  return blocksOf(guide).flatMap(({ block, path }) => {
    const found = block.type === 'link' ? namedBy(block.to) : block.type === 'reuse' ? reusedBy(block) : true;
    return found ? [] : [path];
  });
}

type Link = Extract<ReturnType<typeof blocksOf>[number]['block'], { type: 'link' }>['to'];

function namedBy(to: Link): boolean {
  switch (to.kind) {
    case 'service':
    case 'field':
      return services.has(to.work);
    case 'guide': {
      const other = guides.get(to.work);
      return other !== undefined && (to.step === null || stepsOf(getGuide(other)).includes(to.step));
    }
    case 'page':
    case 'web':
      return true;
  }
}

function reusedBy({ work, block }: { readonly work: string; readonly block: string }): boolean {
  const other = guides.get(work);
  return other !== undefined && blocksOf(getGuide(other)).some((placed) => placed.block.id === block);
}

const stepsOf = (guide: Guide): readonly string[] =>
  guide.sections.flatMap((section) => section.steps.map((step) => step.id));

for (const [id, definition] of guides) {
  test(`${id}: whole, plain, in both languages, without a warning, under its own name`, () => {
    assert.deepEqual(validateGuide(definition), []);
    assert.equal(definition.id, id);
    assert.deepEqual(definition.languages, ['sv', 'en']);
  });

  test(`${id}: every link and every block shown again is there`, () => {
    assert.deepEqual(nowhere(getGuide(definition)), []);
  });

  test(`${id}: municipalities add of their own, and write in every slot`, () => {
    const locks = effectiveLocks(definition, guideRules);
    assert.equal(locks.get(''), 'additions');
    const slots = blocksOf(getGuide(definition)).filter(({ block }) => block.type === 'slot');
    for (const { block } of slots) assert.equal(locks.get(block.id), 'free', block.id);
  });

  test(`${id}: every local fact is used, and invented people and addresses only`, () => {
    const used = new Set(guideRules.references(definition).map(({ target }) => target));
    const unused = getGuide(definition).parameters.filter((parameter) => !used.has(parameter.id));
    assert.deepEqual(
      unused.map((parameter) => parameter.id),
      [],
    );
    const text = JSON.stringify(definition);
    for (const [email] of text.matchAll(/[\w.-]+@[\w-]+(?:\.[\w-]+)+/gu))
      assert.match(email, /(?:\.example|example\.(?:se|com))$/u);
    for (const [phone] of text.matchAll(/\b0\d{1,3}-\d[\d ]{4,}\d/gu)) {
      assert.match(phone, /^(?:08-465 004|031-390 06|040-628 04)/u);
    }
  });
}
