import type { VNode } from 'preact';
import type { Language } from '../../../../platform/http/index.ts';
import { formatDate, formatNumber } from '../../../../platform/text/index.ts';
import { Section, Table, type Column } from '../../../../ui/index.ts';
import type { FigureValues, Measure } from '../../model/figures.ts';
import type { FleetRow } from '../../model/fleet.ts';
import { shareTexts } from '../../texts/share.ts';

export type FiguresProps = {
  readonly measures: readonly Measure[];
  readonly rows: readonly FleetRow[];
  readonly names: ReadonlyMap<string, string>;
  readonly language: Language;
};

function valueOf(measure: Measure, value: number, language: Language): string {
  switch (measure.unit) {
    case 'count':
    case 'days':
      return formatNumber(value, language);
    case 'percent':
      return language === 'sv' ? `${formatNumber(value, language)}\u00A0%` : `${String(value)}%`;
  }
}

/** The values of a row for a measure's topic, or why there are none. */
function toldOf(row: FleetRow, { topic }: Measure, language: Language): FigureValues | string {
  const words = shareTexts(language).figures;
  if (!row.sharing[topic]) return words.notShared;
  return row.figures?.[topic] ?? words.notYet;
}

function single(measure: Measure, language: Language): Column<FleetRow> {
  const words = shareTexts(language).figures;
  return {
    id: measure.id,
    title: measure.name[language],
    labelled: true,
    cell: (row) => {
      const told = toldOf(row, measure, language);
      if (typeof told === 'string') return told;
      const value = told[measure.id] ?? null;
      return value === null ? words.tooFew : valueOf(measure, value, language);
    },
  };
}

/** Parts of one whole in one column, those that may be told. */
function together(parts: readonly Measure[], whole: string, language: Language): Column<FleetRow> {
  const words = shareTexts(language).figures;
  return {
    id: parts[0]?.partOf?.id ?? '',
    title: whole,
    labelled: true,
    cell: (row) => {
      const told = parts[0] === undefined ? '' : toldOf(row, parts[0], language);
      if (typeof told === 'string') return told;
      const shown = parts.flatMap((measure) => {
        const value = told[measure.id] ?? null;
        return value === null ? [] : [`${measure.name[language]} ${valueOf(measure, value, language)}`];
      });
      return shown.length === 0 ? words.tooFew : shown.join(', ');
    },
  };
}

function columnsOf(measures: readonly Measure[], language: Language): readonly Column<FleetRow>[] {
  const wholes = Map.groupBy(measures, ({ id, partOf }) => partOf?.id ?? id);
  return [...wholes.values()].flatMap((parts) => {
    const [first] = parts;
    if (first === undefined) return [];
    return [
      first.partOf === undefined
        ? single(first, language)
        : together(parts, first.partOf.name[language], language),
    ];
  });
}

/** How much the work is used and how it goes, with those who have agreed that it is shown. */
export function FleetFigures({ measures, rows, names, language }: FiguresProps): VNode | null {
  if (measures.length === 0 || rows.length === 0) return null;
  const words = shareTexts(language).figures;
  const sharing = rows.filter((row) => row.sharing.use || row.sharing.results);
  const counted = sharing.flatMap(({ figures }) => (figures === null ? [] : [figures.at.getTime()]));
  const note =
    counted.length === 0 ? undefined : words.counted(formatDate(new Date(Math.max(...counted)), language));
  return (
    <Section title={words.title} {...(note === undefined ? {} : { note })}>
      {sharing.length === 0 ? (
        <p>{words.nobody}</p>
      ) : (
        <>
          <p>{words.what}</p>
          <Table<FleetRow>
            caption={words.table}
            rows={sharing}
            rowKey={(row) => row.organisation}
            columns={[
              {
                id: 'organisation',
                title: words.organisation,
                cell: (row) => names.get(row.organisation) ?? row.organisation,
              },
              ...columnsOf(measures, language),
            ]}
          />
        </>
      )}
    </Section>
  );
}
