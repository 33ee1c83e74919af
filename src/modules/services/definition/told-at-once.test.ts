import assert from 'node:assert/strict';
import { test } from 'node:test';
import { report } from '../../../../tests/support/example-services.ts';
import type { SubmittedForm } from './answers/names.ts';
import { readEService } from './read/e-service.ts';
import { readPage } from './read-page.ts';

/* Whoever may not go on, or needs to know something first, is told on the page where it was answered. */

const text = (sv: string) => ({ sv, en: sv });

const read = readEService({
  ...report,
  pages: [
    {
      id: 'vem',
      title: text('Vem'),
      fields: [
        { id: 'namn', type: 'short-text', label: text('Namn'), required: true },
        { id: 'far', type: 'yes-no', label: text('Får du?'), required: true },
        { id: 'epost', type: 'email', label: text('E-post') },
        { id: 'vet', type: 'information', text: text('Bra att veta.'), showIf: 'far = true' },
        { id: 'sist', type: 'short-text', label: text('Sist'), required: true },
      ],
      checks: [
        { id: 'stopp', if: 'far = false', field: 'far', message: text('Be någon annan.') },
        { id: 'nabar', if: 'epost = null', field: 'epost', message: text('Skriv din e-post.') },
      ],
    },
  ],
});
if (!read.ok) throw new Error(JSON.stringify(read.issues));
const service = read.value;

function sent(form: SubmittedForm) {
  const situation = { settings: {}, today: '2026-11-23' };
  const result = readPage({ service, page: 'vem', form, files: {}, answers: {}, situation });
  return result.ok
    ? { issues: [], appeared: [] }
    : { issues: result.issues.map(({ field, kind }) => `${field} ${kind}`), appeared: result.appeared };
}

const epost = 'namn@exempel.se';

test('a rule of the page is judged as soon as what it names is answered', () => {
  const cases: readonly (readonly [SubmittedForm, readonly string[]])[] = [
    [{ far: 'false', epost }, ['namn missing', 'far wrong', 'sist missing']],
    [{ far: 'false', epost, namn: 'Bo', sist: 'x' }, ['far wrong']],
    [{ epost }, ['namn missing', 'far missing', 'sist missing']],
    // What cannot be read is its own fault, and no rule judges it as if it were nothing.
    [{ far: 'true', epost: 'namn' }, ['namn missing', 'epost wrong', 'sist missing']],
    [{ far: 'true' }, ['namn missing', 'epost wrong', 'sist missing']],
  ];
  for (const [form, issues] of cases) assert.deepEqual(sent(form).issues, issues, JSON.stringify(form));
});

test('a text that an answer brings forth is seen before the way goes on', () => {
  const form = { namn: 'Bo', far: 'true', epost, sist: 'x' };
  const shown = ['namn', 'far', 'epost', 'sist'];
  assert.deepEqual(sent({ ...form, _shown: shown }), { issues: [], appeared: ['vet'] });
  assert.deepEqual(sent({ ...form, _shown: [...shown, 'vet'] }), { issues: [], appeared: [] });
});
