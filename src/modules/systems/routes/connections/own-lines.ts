import { isoDay } from '../../../../platform/text/index.ts';
import type { Row } from '../../landscape/row.ts';
import { termOf } from '../../model/contract.ts';
import { headOf } from '../../sheets/heads.ts';
import type { SheetColumn } from '../../sheets/write.ts';
import { connectionTexts, type ConnectionTexts } from '../../texts/connections.ts';
import { optionsOf } from '../../texts/fields.ts';
import { areaNames, type Ground } from '../own-ground.ts';

/** A system as a line of a list: with what it stands under, and the day that it is about. */
export type Line = { readonly under: string; readonly day?: string; readonly row: Row };

export const wordsIn = ({ context }: Ground): ConnectionTexts['lists'] =>
  connectionTexts(context.language).lists;

/** What most lists say of a system. */
export function systemColumns(ground: Ground): readonly SheetColumn<Line>[] {
  const { language } = ground.context;
  const { heads } = wordsIn(ground);
  const statuses = new Map(optionsOf(language, 'status').map(({ value, label }) => [value, label]));
  return [
    { id: 'system', title: heads.system, value: ({ row }) => row.name },
    { id: 'product', title: headOf('product', language), value: ({ row }) => row.product.name },
    { id: 'supplier', title: headOf('supplier', language), value: ({ row }) => row.supplier?.name ?? null },
    { id: 'areas', title: heads.area, value: ({ row }) => areaNames(ground, row) },
    {
      id: 'status',
      title: headOf('status', language),
      value: ({ row: { facts } }) => statuses.get(facts.status ?? '') ?? null,
    },
    { id: 'contact', title: headOf('contact', language), value: ({ row }) => row.facts.contact ?? null },
    {
      id: 'contactEmail',
      title: headOf('contactEmail', language),
      value: ({ row }) => row.facts.contactEmail ?? null,
    },
    {
      id: 'contractEnds',
      title: headOf('contractEnds', language),
      value: ({ row }) => row.facts.contractEnds ?? null,
    },
    { id: 'noticeBy', title: heads.noticeBy, value: ({ row }) => termOf(row.facts)?.noticeBy ?? null },
    { id: 'confirmed', title: heads.confirmed, value: ({ row }) => isoDay(row.confirmedAt) },
    { id: 'registeredBy', title: heads.registeredBy, value: ({ row }) => row.registeredBy?.name ?? null },
  ];
}
