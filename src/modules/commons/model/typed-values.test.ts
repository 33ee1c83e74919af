import assert from 'node:assert/strict';
import test from 'node:test';
import { readTyped, changedValues } from './typed-values.ts';
import type { Definition, Parameter } from '../../../kernel/index.ts';

const parameter = (type: Parameter['type']): Parameter => ({
  id: 'p',
  type,
  label: { sv: 'P' },
  required: false,
  options: [],
});

test('what is typed is read by the type of the parameter', () => {
  const cases = [
    ['distance', '2 000', 2000],
    ['distance', '2,5', 2.5],
    ['money', '1 250,50', 1250.5],
    ['duration', 'tre', 'tre'],
    ['yes-no', 'true', true],
    ['yes-no', 'kanske', 'kanske'],
    ['text', ' Skolnämnden ', 'Skolnämnden'],
    ['text', '   ', null],
  ] as const;
  for (const [type, typed, expected] of cases) assert.equal(readTyped(parameter(type), typed), expected);
});

test('only what differs from the value in force becomes one’s own', () => {
  const definition: Definition = {
    kommons: 'definition/1',
    kind: 'test',
    id: 'd',
    languages: ['sv'],
    title: { sv: 'D' },
    parameters: [
      { id: 'grans', type: 'distance', label: { sv: 'Gräns' }, default: 2000 },
      { id: 'namnd', type: 'text', label: { sv: 'Nämnd' } },
    ],
  };
  const inForce = { grans: 2000, namnd: 'Skolnämnden' };
  assert.deepEqual(changedValues(definition, inForce, { grans: '2000', namnd: 'Skolnämnden' }), {});
  assert.deepEqual(changedValues(definition, inForce, { grans: '3000', namnd: '' }), {
    grans: 3000,
    namnd: null,
  });
});
