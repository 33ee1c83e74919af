import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { settings } from '../src/platform/config/index.ts';

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');

/** A value as the table shows it; a description of one stands as words. */
const code = (text: string): string => (/[ /]/.test(text) && !text.startsWith('http') ? text : `\`${text}\``);

/** The table of settings as the README has it. */
function settingsTable(): string {
  const rows = settings.map(
    ({ name, neededInProduction, default: value, meaning }) =>
      `| \`${name}\`${neededInProduction ? ' \\*' : ''} | ${value === null ? '–' : code(value)} | ${meaning} |`,
  );
  return ['| Setting | Default | What it is |', '|---|---|---|', ...rows].join('\n');
}

test('the README lists every setting as the program reads it', () => {
  const written = /<!-- settings -->\n([\s\S]*?)\n<!-- \/settings -->/.exec(readme)?.[1];
  assert.equal(written, settingsTable());
});
