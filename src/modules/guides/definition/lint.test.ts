import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base, edited, put, sv } from './fixtures/edits.ts';
import { lintGuide } from './lint.ts';

const found = (definition: unknown): readonly string[] =>
  lintGuide(definition).map(({ severity, path, message }) => `${severity} ${path} ${message.sv}`);

test('what is plain has nothing to remark on', () => assert.deepEqual(found(base), []));

test('each text in its own language, at its place', () => {
  const definition = edited(base, {
    rad: put('text', { sv: 'Vänligen vänta. Ring samtliga.', en: 'Ring in order to wait.' }),
    'gor-1': sv('Tillse att det är öppet.'),
  });
  assert.deepEqual(found(definition), [
    'warning sections/logga-in/steps/forsta-gangen/blocks/gor/items/gor-1/text/sv ”Tillse” är kanslispråk. Skriv hellre se till.',
    'warning sections/sekretess/steps/andra-steget/blocks/rad/text/sv ”Vänligen” är kanslispråk. Skriv hellre bara det som ska göras.',
    'warning sections/sekretess/steps/andra-steget/blocks/rad/text/sv ”samtliga” är kanslispråk. Skriv hellre alla.',
    'warning sections/sekretess/steps/andra-steget/blocks/rad/text/en ”in order to” är kanslispråk. Skriv hellre to.',
  ]);
});

test('titles and headings have no full stop; texts and points may', () => {
  const stop = { sv: 'Så går det till.', en: 'How it is done' };
  const definition = edited(base, { mellanrubrik: put('text', stop), sekretess: put('title', stop) });
  assert.deepEqual(
    lintGuide(definition).map(({ path }) => path),
    ['sections/logga-in/steps/forsta-gangen/blocks/mellanrubrik/text/sv', 'sections/sekretess/title/sv'],
  );
});

test('the words of the law, and what is hidden, are left as they are', () => {
  const law = { sv: 'Vederbörande nämnd ska tillse detta.', en: 'The committee.' };
  assert.deepEqual(
    found(edited(base, { osl: put('text', law), rad: (text) => ({ ...text, hidden: true, text: law }) })),
    [],
  );
});
