import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { renderToString } from 'preact-render-to-string';
import {
  getDefinition,
  isElementList,
  isObject,
  type Definition,
  type JsonObject,
} from '../../kernel/index.ts';
import type { EditorPlace } from '../commons/index.ts';
import { everyGuide } from './definition/fixtures/every-block.ts';
import { blockTypes, validateGuide } from './definition/index.ts';
import { guideKind } from './kind.ts';
import { guideEditor } from './studio/editor.ts';
import { guideTemplates } from './templates/templates.ts';

const guide = everyGuide();
const errors = (definition: Definition): readonly string[] =>
  validateGuide(definition).flatMap(({ severity, path }) => (severity === 'error' ? [path] : []));

describe('what commons is told of a guide', () => {
  test('what it is about and what an adopter gets', () => {
    assert.equal(guideKind.subjectOf(guide), 'omsorg');
    assert.equal(guideKind.summaryOf(guide)?.['en'], 'How to get going.');
    assert.deepEqual(
      guideKind.highlights?.(guide, 'sv').map((phrase) => phrase.replaceAll('\u00A0', ' ')),
      [
        '2 avsnitt med 2 steg',
        'Tar ungefär 5 minuter att gå igenom',
        '2 frågor att pröva sig på',
        '1 plats där ni skriver hur ni gör hos er',
        '2 lokala uppgifter att fylla i',
        'Färdig på svenska och engelska',
      ],
    );
    assert.equal(guideKind.legalBasisOf?.(guide)[0]?.paragraph, '26 kap.');
    assert.deepEqual(guideKind.toWrite?.(guide), [
      {
        id: 'hos-oss',
        path: 'sections/logga-in/steps/forsta-gangen/blocks/hos-oss',
        title: { sv: 'Så gör vi hos oss', en: 'How we do it here' },
        prompt: { sv: 'Skriv vem man ringer.', en: 'Write whom to ring.' },
      },
    ]);
  });

  test('what is no guide is refused and has nothing to show', () => {
    const broken = { ...guide, sections: [{ id: 'x' }] };
    assert.ok(errors(broken).length > 0);
    assert.equal(guideKind.subjectOf(broken), null);
    assert.deepEqual(guideKind.highlights?.(broken, 'en'), []);
    const preview = guideKind.preview?.({ definition: broken, values: {}, language: 'sv' });
    assert.match(renderToString(preview ?? <></>), /k-alert/);
  });
});

const html = (definition: Definition, language: 'sv' | 'en' = 'sv'): string => {
  const values = { supporttelefon: '08-465 004 01' };
  return renderToString(guideKind.preview?.({ definition, values, language }) ?? <></>);
};

describe('the preview', () => {
  test('shows every block as text, with the organisation’s facts in it', () => {
    for (const shown of [
      'Ring 08-465 004 01 om',
      'Så går det till',
      'Bild: Inloggningssidan',
      'Film: Logga in',
      'Lås skärmen',
      'Jag har mitt kort',
      'Får du låna ut',
      'Kortet är bara ditt',
      'Vem ser vad du läser',
      'Behörighet',
      'mall.pdf',
      'Skriv vem man ringer',
      'Här visas ”akta”',
    ]) {
      assert.ok(html(guide).includes(shown), `${shown}\n${html(guide)}`);
    }
    assert.ok(html(guide, 'en').includes('Lock the screen'));
  });

  test('holds nothing that is hidden, nothing to send, and nothing to fetch', () => {
    const hidden = everyGuide({ sections: hide(guide['sections'], 'sekretess') });
    assert.ok(html(guide).includes('Sekretess gäller'));
    assert.ok(!html(hidden).includes('Sekretess gäller'));
    assert.doesNotMatch(html(guide), /<form|<img|<video|type="submit"/);
  });
});

function hide(sections: JsonObject[string] | undefined, id: string): readonly JsonObject[] {
  return isElementList(sections)
    ? sections.map((one) => (one.id === id ? { ...one, hidden: true } : one))
    : [];
}

/** What the editor itself, or a file, sees to. */
const keptByOthers = 'id type lock kommons kind languages min max'.split(' ');

/** Every place of the guide that the editor walks to, with the lists that it offers there. */
function places(at: EditorPlace): readonly EditorPlace[] {
  const inner = guideEditor.listsOf(at).flatMap(({ property }) => {
    const value = at.element[property];
    return isElementList(value) ? value.map((element) => ({ ...at, slot: property, element })) : [];
  });
  return [at, ...inner.flatMap(places)];
}

describe('a new guide', () => {
  for (const { id, make } of guideTemplates) {
    test(`made of ${id} is whole from the start`, () => {
      assert.deepEqual(validateGuide(make({ id: 'ny', title: { sv: 'Ny guide', en: 'New guide' } })), []);
    });
  }

  const all = places({ slot: '', element: guide, definition: guide });

  test('every block can be opened, and all that is in it', () => {
    const types = new Set(all.filter(({ slot }) => slot === 'blocks').map(({ element }) => element['type']));
    assert.deepEqual(types, new Set(blockTypes));
    for (const slot of [
      'sections',
      'steps',
      'items',
      'options',
      'questions',
      'highlights',
      'parameters',
      'legalBasis',
    ]) {
      assert.ok(
        all.some((place) => place.slot === slot),
        slot,
      );
    }
  });

  test('every text of every block has a field', () => {
    for (const { slot, element, definition } of all) {
      const fields = guideEditor
        .fieldsOf({ slot, element, definition })
        .map(({ property }) => property.split('/')[0]);
      const lists = guideEditor.listsOf({ slot, element, definition }).map(({ property }) => property);
      const known = new Set([...fields, ...lists, ...keptByOthers]);
      for (const property of Object.keys(element)) assert.ok(known.has(property), `${slot} ${property}`);
    }
  });

  /** What cannot be there before its author has chosen it. */
  const chosenLater = /\/(media|captions\/sv|name|explanation|alt|to\/\w+|text)$/;

  for (const list of all.flatMap((at) => guideEditor.listsOf(at).map((one) => ({ at, one })))) {
    for (const { id, element } of list.one.starters) {
      test(`${list.at.slot} ${JSON.stringify(list.at.element['id'])}, ${list.one.property} ${id}: begins readable`, () => {
        const name = id === 'reuse' ? 'system/akta' : 'Ny del';
        const added = element('ny-del', name, 'sv');
        const definition = getDefinition(
          JSON.parse(JSON.stringify(addTo(guide, list.at.element['id'], list.one.property, added))),
        );
        assert.deepEqual(
          errors(definition).filter((path) => !(path.includes('ny-del') && chosenLater.test(path))),
          [],
        );
        assert.ok(JSON.stringify(definition).includes(name.split('/').at(-1) ?? ''));
      });
    }
  }
});

/** The guide with something added last to a list of the element; the guide itself has the work's id. */
function addTo(value: unknown, owner: unknown, property: string, added: JsonObject): unknown {
  if (Array.isArray(value)) return value.map((item) => addTo(item, owner, property, added));
  if (!isObject(value)) return value;
  const inner = Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, addTo(one, owner, property, added)]),
  );
  if (value['id'] !== owner) return inner;
  const list = inner[property];
  return { ...inner, [property]: [...(Array.isArray(list) ? list : []), added] };
}
