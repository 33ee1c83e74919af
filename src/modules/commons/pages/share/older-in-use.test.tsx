import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from 'preact-render-to-string';
import type { Variant } from '../../model/work.ts';
import { OlderInUse } from './older-in-use.tsx';

const since = new Date('2026-11-14T09:00:00Z');
const running = (number: number): Variant['running'] => ({
  number,
  versionId: `v${number}`,
  settingsNumber: 1,
  since,
});

function variant(runs: Variant['running']): Variant {
  return {
    organisation: 'sundsvall',
    work: 'skolskjuts',
    kind: 'leaflet',
    title: { sv: 'Skolskjuts' },
    base: null,
    sharing: { changes: false, use: false, results: false },
    autoUpdate: 'ask',
    head: { number: 2, versionId: 'v2', definitionHash: 'h2' },
    settingsNumber: 1,
    running: runs,
    draft: null,
    published: 2,
  };
}

test('whoever publishes what it does not run itself is told, with the way to run it', () => {
  const html = render(<OlderInUse variant={variant(running(1))} language="sv" />);
  assert.match(html, /Hos er gäller version.1, inte er nya version.2/);
  assert.match(html, /Ta er version.2 i bruk/);
});

test('nothing is said where the newest runs, or nothing does', () => {
  for (const runs of [running(2), null])
    assert.equal(render(<OlderInUse variant={variant(runs)} language="sv" />), '');
});
