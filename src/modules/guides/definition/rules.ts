import { defaultRules, isElementList, isObject } from '../../../kernel/index.ts';
import type { Definition, Element, Json, KindRules, Reference } from '../../../kernel/index.ts';
import { placeIn } from './read/targets.ts';

/**
 * What the merge needs to know of guides. Settings, which an adopter may change where the lock is `settings`, leave
 * the guide saying the same: how long a step takes, which tasks it helps with, how often it is reviewed. Where a link
 * leads (`to`) is merged as one value: half of one target and half of another leads nowhere.
 */
export const guideRules: KindRules = {
  ...defaultRules,
  opaque: new Set([...defaultRules.opaque, 'to']),
  sets: new Set([...defaultRules.sets, 'tasks']),
  conditions: new Set(),
  settings: new Set(['default', 'minutes', 'reviewMonths', 'tasks']),
  demands: new Set(['required']),
  references: referencesIn,
};

/** Every place that names something else in the guide: parameters in texts, steps that links lead to, blocks shown again. */
function referencesIn(definition: Definition): readonly Reference[] {
  return [...defaultRules.references(definition), ...linksIn(definition)];
}

/** Elements lie in sections, steps, blocks and slots; only blocks lead anywhere. */
function linksIn(definition: Definition): readonly Reference[] {
  return elementsIn(definition['sections'])
    .flatMap((section) => elementsIn(section['steps']))
    .flatMap((step) => elementsIn(step['blocks']))
    .flatMap((block) => [block, ...elementsIn(block['blocks'])])
    .flatMap((block) => linkOf(block, definition.id));
}

const elementsIn = (value: Json | undefined): readonly Element[] => (isElementList(value) ? value : []);

function linkOf({ id, to, type, work, block }: Element, guide: string): readonly Reference[] {
  if (type === 'reuse' && work === guide && typeof block === 'string') {
    return [{ element: id, property: 'block', target: block }];
  }
  if (type !== 'link' || !isObject(to)) return [];
  const { kind, address, step } = to;
  const parameter = kind === 'web' && typeof address === 'string' ? placeIn(address) : null;
  if (parameter !== null) return [{ element: id, property: 'to', target: parameter }];
  return kind === 'guide' && to['work'] === guide && typeof step === 'string'
    ? [{ element: id, property: 'to', target: step }]
    : [];
}
