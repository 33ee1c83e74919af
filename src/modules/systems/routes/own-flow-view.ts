import { link } from '../../../platform/http/index.ts';
import type { Option } from '../../../ui/index.ts';
import { own as at } from '../addresses.ts';
import { ownRows, type Row } from '../landscape/row.ts';
import type { FlowLine, FlowTyped, FlowView } from '../pages/own/flow-section.tsx';
import { frequencies, listFlows } from '../usages/flows.ts';
import { usageTo, type Ground } from './own-ground.ts';

export type FlowAsked = { readonly typed: FlowTyped; readonly problems: ReadonlyMap<string, string> };

const blankFlow: FlowTyped = { direction: 'till', other: '', what: '', through: '', often: 'daily' };

/** The interfaces of the product that stands for a row's. */
export const interfacesOf = ({ landscape }: Ground, { product }: Row) =>
  landscape.catalogue.products.get(product.id)?.record.interfaces ?? [];

/** The interface's name; the id where the catalogue no longer has it. */
export function interfaceName(ground: Ground, rows: readonly Row[], id: string): string {
  const all = rows.flatMap((row) => interfacesOf(ground, row));
  return all.find((one) => one.id === id)?.name ?? id;
}

/** What leads to and from a system, and the form for one more. */
export async function flowView(ground: Ground, row: Row, asked: FlowAsked | null): Promise<FlowView> {
  const { words, context, organisation, canChange, landscape } = ground;
  const rows = ownRows(landscape);
  const byId = new Map(rows.map((one) => [one.id, one]));
  const flows = await listFlows(context.tx, organisation);
  const lines = flows.flatMap((flow): readonly FlowLine[] => {
    if (flow.from !== row.id && flow.to !== row.id) return [];
    const other = byId.get(flow.from === row.id ? flow.to : flow.from);
    if (other === undefined) return [];
    const through =
      flow.through === null ? '' : words.one.through(interfaceName(ground, [row, other], flow.through));
    return [
      {
        id: flow.id,
        into: flow.to === row.id,
        other: other.name,
        to: usageTo(ground, other.id),
        note: [words.one.flow(flow.what, words.frequencies[flow.frequency]), through]
          .filter(Boolean)
          .join(', '),
        removeTo: canChange ? link(at.flowRemove, { organisation, usage: row.id, flow: flow.id }) : null,
      },
    ];
  });
  return { lines, form: canChange ? formOf(ground, row, asked) : null };
}

const choice = ({ id, name }: { readonly id: string; readonly name: string }): Option => ({
  value: id,
  label: name,
});

function formOf(ground: Ground, row: Row, asked: FlowAsked | null): FlowView['form'] {
  const { words, organisation, landscape } = ground;
  const others = ownRows(landscape).filter(({ id }) => id !== row.id);
  // One's own interfaces first, then those of the others, each under the system that has them.
  const interfaces = [row, ...others].flatMap((one) => {
    const options = interfacesOf(ground, one).map(choice);
    return options.length === 0 ? [] : [{ title: one.name, options }];
  });
  return {
    to: link(at.flowAdd, { organisation, usage: row.id }),
    open: asked !== null,
    others: others.map(choice),
    interfaces,
    frequencies: frequencies.map((often) => ({ value: often, label: words.frequencies[often] })),
    typed: asked?.typed ?? blankFlow,
    problems: asked?.problems ?? new Map<string, string>(),
  };
}
