import type { ComponentChildren, VNode } from 'preact';
import { pickText } from '../../../../kernel/index.ts';
import { link, type Language } from '../../../../platform/http/index.ts';
import { Button, Form, Radios, TextInput } from '../../../../ui/index.ts';
import * as addresses from '../../addresses.ts';
import type { Checklist, ChecklistItem } from '../../model/settings.ts';
import { variantTexts } from '../../texts/variant.ts';

export type ChecklistView = {
  readonly organisation: string;
  readonly work: string;
  readonly checklist: Checklist;
  readonly language: Language;
  /** What was typed and refused, by parameter. */
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
  /** What the saved values lead to, by parameter. */
  readonly notes: Readonly<Record<string, string>>;
  readonly nameOf: (organisation: string) => string;
};

export const fieldOf = (parameter: string): string => `v.${parameter}`;

const textOf = (value: ChecklistItem['value']): string =>
  typeof value === 'number' ? String(value).replace('.', ',') : typeof value === 'string' ? value : '';

const chosenOf = (value: ChecklistItem['value']): string =>
  typeof value === 'boolean' ? String(value) : textOf(value);

function originOf(item: ChecklistItem, { language, nameOf }: ChecklistView): string {
  const words = variantTexts(language).variant;
  const origin = words.origin[item.origin];
  return item.from === null ? origin : `${origin}, ${nameOf(item.from)}`;
}

const isChosen = ({ type }: ChecklistItem): boolean => type === 'yes-no' || type === 'choice';

function helpOf(item: ChecklistItem, view: ChecklistView): ComponentChildren {
  const words = variantTexts(view.language).variant;
  const own = item.help === undefined ? '' : pickText(item.help, view.language);
  // What is chosen among options cannot be left empty.
  const suggested = (item.origin === 'default' || item.origin === 'offered') && !isChosen(item);
  return [own, view.notes[item.id] ?? '', `${originOf(item, view)}.`, suggested ? words.emptyMeans : '']
    .filter((part) => part !== '')
    .join(' ');
}

function Item({ item, view }: { readonly item: ChecklistItem; readonly view: ChecklistView }): VNode {
  const words = variantTexts(view.language).variant;
  const error =
    view.problems[item.id] ??
    (item.problem === null ? undefined : variantTexts(view.language).problems[item.problem]);
  const question = {
    name: fieldOf(item.id),
    label: pickText(item.label, view.language),
    help: helpOf(item, view),
    error,
    required: item.required,
  };
  if (isChosen(item)) {
    const options =
      item.type === 'choice'
        ? item.options.map(({ id, label }) => ({ value: id, label: pickText(label, view.language) }))
        : [
            { value: 'true', label: words.yes },
            { value: 'false', label: words.no },
          ];
    return <Radios {...question} options={options} value={view.typed[item.id] ?? chosenOf(item.value)} />;
  }
  const unit = Object.entries(words.units).find(([type]) => type === item.type)?.[1];
  const number = unit !== undefined || item.type === 'number';
  return (
    <TextInput
      {...question}
      value={view.typed[item.id] ?? textOf(item.value)}
      width={number ? 'short' : 'long'}
      {...(number ? { mode: 'decimal' as const } : {})}
      {...(unit === undefined ? {} : { unit })}
    />
  );
}

/** The local facts that adoption asks for, with where each value comes from. */
export function ChecklistForm({ view }: { readonly view: ChecklistView }): VNode {
  const words = variantTexts(view.language).variant;
  const { checklist, organisation, work } = view;
  const missing = new Set(checklist.missing);
  const items = [...checklist.items].toSorted(
    (a, b) => Number(missing.has(b.id)) - Number(missing.has(a.id)),
  );
  return (
    <Form action={link(addresses.settings, { organisation, work })} hidden={{ number: checklist.number }}>
      {items.map((item) =>
        item.origin === 'locked' ? (
          <p key={item.id}>
            <b>{pickText(item.label, view.language)}</b> {textOf(item.value)}
            <br />
            <span class="k-meta">{originOf(item, view)}</span>
          </p>
        ) : (
          <Item key={item.id} item={item} view={view} />
        ),
      )}
      <Button kind={missing.size > 0 ? 'primary' : 'secondary'}>{words.save}</Button>
    </Form>
  );
}
