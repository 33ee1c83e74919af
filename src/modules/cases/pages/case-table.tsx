import type { VNode } from 'preact';
import { link, type Language } from '../../../platform/http/index.ts';
import { Lines, Link, PositionTiles, Table, type Column } from '../../../ui/index.ts';
import { workAddresses } from '../addresses.ts';
import type { Day } from '../../../kernel/dates/index.ts';
import { type Filter, type ListedCase, ownViews } from '../model/listing.ts';
import { dueGroup, dueGroups, isLate, type NextAct } from '../model/next-step.ts';
import { concernsLine } from '../texts/parties.ts';
import { textIn } from '../texts/localised.ts';
import { texts } from '../texts/index.ts';
import { ago, dueText, since } from './days.ts';

export type CaseTableProps = {
  readonly language: Language;
  readonly filter: Filter;
  readonly rows: readonly ListedCase[];
};

/** What is to be done: waiting for an answer that has not come in time is something to follow up. */
const actShown = ({ act, on }: ListedCase, today: Day): NextAct | 'follow-up' =>
  act === 'await' && isLate(on, today) ? 'follow-up' : act;

/** A step that has lasted is told from its day, what happened from how long ago. */
function whenOf(act: NextAct | 'follow-up', day: Day, today: Day, language: Language): string {
  return act === 'investigate' || act === 'decide' ? since(day, today, language) : ago(day, today, language);
}

/** Cases under the headings of their deadlines, or in one list when ordered by age. */
export function CaseTable({ language, filter, rows }: CaseTableProps): VNode {
  const words = texts(language).work;
  const { today } = filter;
  const groups = dueGroups.flatMap((group) => {
    const own = rows.filter(({ on }) => dueGroup(on, today) === group);
    return own.length === 0
      ? []
      : [{ id: group, title: words.groups[group], note: words.cases(own.length), rows: own }];
  });
  return (
    <Table
      caption={words.caption(words.views[filter.view])}
      columns={columnsOf(language, filter)}
      {...(filter.order === 'due' ? { groups } : { rows })}
      rowKey={({ id }) => id}
      late={({ on }) => isLate(on, today)}
      head="act"
      paper
    />
  );
}

function columnsOf(language: Language, filter: Filter): readonly Column<ListedCase>[] {
  const words = texts(language);
  const { organisation, today, view } = filter;
  const titles = words.work.columns;
  const handler: Column<ListedCase> = {
    id: 'handler',
    title: titles.handler,
    cell: (row) => <span class="k-meta">{row.handler ?? words.work.nobody}</span>,
  };
  return [
    {
      id: 'pick',
      title: titles.pick,
      hiddenTitle: true,
      narrow: true,
      cell: ({ id, number }) => (
        <label class="k-select">
          <input
            class="ds-input"
            type="checkbox"
            name="cases"
            value={id}
            aria-label={words.work.pick(number)}
          />
        </label>
      ),
    },
    {
      id: 'act',
      title: titles.act,
      cell: (row) => {
        const act = actShown(row, today);
        return (
          <Lines note={words.acts.why[act](whenOf(act, row.since, today, language))} strong>
            <Link to={link(workAddresses.case, { organisation, case: row.id })}>
              {words.acts.next[act]}
              <span class="k-hidden"> {row.number}</span>
            </Link>
          </Lines>
        );
      },
    },
    {
      id: 'case',
      title: titles.case,
      cell: ({ title, number, concerns }) => (
        <Lines note={<CaseNote number={number} concerns={concernsLine(concerns, language)} />}>
          {textIn(title, language)}
        </Lines>
      ),
    },
    {
      id: 'position',
      title: titles.position,
      cell: ({ stateTitle, step }) => (
        <PositionTiles title={textIn(stateTitle, language)} now={step.now} of={step.of} />
      ),
    },
    ...(ownViews.includes(view) ? [] : [handler]),
    { id: 'due', title: titles.due, cell: ({ on }) => <DueCell on={on} today={today} language={language} /> },
  ];
}

function CaseNote({ number, concerns }: { readonly number: string; readonly concerns: string }): VNode {
  return (
    <>
      {concerns === '' ? null : <>{concerns}. </>}
      <span class="k-num">{number}</span>
    </>
  );
}

function DueCell(props: {
  readonly on: Day | null;
  readonly today: Day;
  readonly language: Language;
}): VNode {
  const { on, today, language } = props;
  if (on === null) return <span class="k-meta">{texts(language).work.noDate}</span>;
  const due = dueText(on, today, language);
  return (
    <Lines note={due.distance} late={due.late}>
      <b class="k-num">{due.day}</b>
    </Lines>
  );
}
