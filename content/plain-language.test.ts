import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { plainFaults, plainLimits } from '../src/kernel/plain-language/index.ts';

const folder = new URL('e-services/', import.meta.url);
/** What is law, or asked in so many words by it, cannot always be said in fewer. */
const limits = { ...plainLimits, sentence: 30, passives: 3 };

function texts(value: unknown, language: string, path = ''): readonly (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key === language && typeof inner === 'string'
      ? [[path, inner] as const]
      : texts(inner, language, `${path}/${key}`),
  );
}

for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
  for (const language of ['sv', 'en']) {
    test(`${name} is plain ${language === 'sv' ? 'Swedish' : 'English'}`, () => {
      const definition: unknown = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
      const found = texts(definition, language);
      assert.ok(found.length > 50);
      const faults = found.flatMap(([path, text]) =>
        plainFaults(text, language, limits).map(({ what, message }) => `${path}: ${message.en} ${what}`),
      );
      assert.deepEqual(faults, []);
    });
  }
}
