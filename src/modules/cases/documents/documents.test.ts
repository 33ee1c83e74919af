import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleCase, monday } from '../../../../tests/support/cases.ts';
import type { Case, Decision } from '../model/case.ts';
import { beginLife } from '../model/life.ts';
import { completeProcess } from '../model/process.ts';
import { decisionOf } from './decision.ts';
import { blocksOf } from './markdown.ts';
import { receiptOf } from './receipt.ts';

const example = exampleCase();
const about: Case = {
  ...example,
  number: 'SKJ 2026-0001',
  appeal: example.appeal ?? null,
  openedAt: monday,
  decidedOn: null,
  life: beginLife(completeProcess(example.process), example.decisions, '2026-11-23'),
};
const refusal: Decision = {
  id: 'd',
  choice: 'avsla',
  outcome: 'rejected',
  label: { sv: 'Avslå', en: 'Refuse' },
  text: { sv: 'Ansökan **avslås**.', en: 'The application is **refused**.' },
  reasons: 'Vägen är 1,2 kilometer.\n\nGränsen är 2 kilometer.',
  appeal: about.appeal,
  at: monday,
  by: 'Anna, Härnösand',
};

const textOf = (document: { readonly blocks: readonly unknown[] }): string => JSON.stringify(document.blocks);

test('markdown becomes blocks for paper', () => {
  assert.deepEqual(
    blocksOf('# Så här\n\nSkriv *nu* till [oss](https://example.se).\n\n1. Ett\n2. Två\n\n- A\n- B'),
    [
      { kind: 'heading', level: 2, text: 'Så här' },
      { kind: 'paragraph', text: 'Skriv nu till oss (https://example.se).' },
      { kind: 'list', ordered: true, items: ['Ett', 'Två'] },
      { kind: 'list', ordered: false, items: ['A', 'B'] },
    ],
  );
  assert.deepEqual(blocksOf('<b>inte</b> html'), [{ kind: 'paragraph', text: '<b>inte</b> html' }]);
});

test('the receipt says what was sent, when, and under which number', () => {
  const document = receiptOf({ about, files: [], sender: 'Härnösands kommun' });
  assert.equal(document.title, 'Kvittens: Skolskjuts');
  assert.equal(document.reference, 'SKJ 2026-0001');
  assert.match(
    textOf(document),
    /SKJ 2026-0001.*Skolskjuts, Härnösands kommuns version.1.*23.november 2026 10\.00.*Sökande, Härnösand.*Alva Exempel.*3,4 kilometer/,
  );
  const english = receiptOf({ about: { ...about, language: 'en' }, files: [], sender: 'Härnösands kommun' });
  assert.equal(english.title, 'Receipt: School transport');
  assert.match(
    textOf(english),
    /The child.*Which school does the child attend\?.*Älandsbro skola.*3\.4 kilometres/,
  );
  assert.doesNotMatch(textOf(english), /Barnet|Vilken|kilometer"/);
});

test('a refusal says what was decided, why, by whom, when and how to appeal', () => {
  const document = decisionOf({ about, decision: refusal, sender: 'Härnösands kommun' });
  assert.equal(document.title, 'Beslut: Skolskjuts');
  for (const part of [
    /Avslag/,
    /"Skickat in av","value":"Sökande, Härnösand"/,
    /"Barnets namn","value":"Alva Exempel"/,
    /Ansökan avslås\./,
    /Gränsen är 2 kilometer/,
    /Anna, Härnösand/,
    /23.november 2026/,
  ]) {
    assert.match(textOf(document), part);
  }
  assert.match(textOf(document), /Så överklagar du.*tre veckor/);
  const inEnglish = {
    about: { ...about, language: 'en' },
    decision: refusal,
    sender: 'Härnösands kommun',
  } as const;
  const english = decisionOf(inEnglish);
  assert.equal(english.language, 'en');
  assert.match(
    textOf(english),
    /School transport.*Sent in by.*The child's name.*Alva Exempel.*Refused.*The application is refused.*How to appeal.*three weeks/,
  );
});

test('what was granted in full says nothing of appeal', () => {
  const granted: Decision = { ...refusal, outcome: 'approved', reasons: '', appeal: null };
  const document = decisionOf({ about, decision: granted, sender: 'Härnösands kommun' });
  assert.doesNotMatch(textOf(document), /överklagar|Skäl/);
});
