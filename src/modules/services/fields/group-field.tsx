import type { VNode } from 'preact';
import { Button, Details, FieldError } from '../../../ui/index.ts';
import type { Group, WayRow } from '../definition/index.ts';
import { inputName, rowsName } from '../definition/index.ts';
import { goName, writeGo } from '../drafts/form.ts';
import type { Asking } from './asking.ts';
import { valueOf } from './asking.ts';
import { RowControl } from './row-control.tsx';

/** Above this many rows, those without faults are folded, so that the page can be seen over. */
const mostOpen = 3;

type GroupProps = { readonly field: Group; readonly rows: readonly WayRow[]; readonly asking: Asking };

/** Questions asked once for each of several things. Rows come and go by plain submits. */
export function GroupField({ field, rows, asking }: GroupProps): VNode {
  const { row: words } = asking.words.draft;
  const error = asking.problems.get(field.id);
  return (
    <section
      class="k-group sv-group"
      id={field.id}
      data-invalid={error === undefined ? undefined : true}
      aria-labelledby={`${field.id}-title`}
      tabindex={-1}
    >
      <h2 class="sv-group-title" id={`${field.id}-title`}>
        {asking.say(field.label)}
      </h2>
      {field.help === null ? null : <p class="k-help">{asking.say(field.help)}</p>}
      {error === undefined ? null : <FieldError id={field.id} error={error} />}
      {rows.map((row, index) => (
        <RowBox
          key={row.id}
          {...{ field, asking, row }}
          folds={rows.length > mostOpen && index < rows.length - 1}
        />
      ))}
      {asking.readOnly ? null : (
        <Button
          kind="secondary"
          name={goName}
          value={writeGo({ kind: 'add-row', group: field.id })}
          unchecked
        >
          {words.add(asking.say(field.itemTitle).toLocaleLowerCase(asking.language))}
        </Button>
      )}
    </section>
  );
}

type BoxProps = {
  readonly field: Group;
  readonly asking: Asking;
  readonly row: WayRow;
  readonly folds: boolean;
};

function RowBox({ field, asking, row, folds }: BoxProps): VNode {
  const { row: words } = asking.words.draft;
  const title = row.title[asking.language];
  const id = inputName(field.id, row.id);
  const wrong = [...asking.problems.keys()].some((input) => input.startsWith(`${id}.`));
  const inside = (
    <>
      {row.fields.map(({ field: part, input }) =>
        part.type === 'group' ? null : <RowControl key={part.id} field={part} name={input} asking={asking} />,
      )}
      {asking.readOnly ? null : <RemoveRow group={field.id} row={row.id} label={words.remove(title)} />}
    </>
  );
  const mark = asking.readOnly ? null : <input type="hidden" name={rowsName(field.id)} value={row.id} />;
  return folds && !wrong ? (
    <div class="sv-row sv-row-folded" id={id}>
      {mark}
      <Details summary={`${title}${summaryOf(row, asking)}`}>{inside}</Details>
    </div>
  ) : (
    <fieldset class="sv-row" id={id}>
      <legend>{title}</legend>
      {mark}
      {inside}
    </fieldset>
  );
}

function RemoveRow(props: { readonly group: string; readonly row: string; readonly label: string }): VNode {
  const value = writeGo({ kind: 'remove-row', group: props.group, row: props.row });
  return (
    <button class="k-as-link" type="submit" name={goName} value={value} formnovalidate>
      {props.label}
    </button>
  );
}

/** The first answers of a folded row: ": Alva, 2016". */
function summaryOf(row: WayRow, asking: Asking): string {
  const told = row.fields
    .filter(({ field: part }) => ['short-text', 'number', 'email'].includes(part.type))
    .map(({ input }) => valueOf(asking, input) ?? '')
    .filter((text) => text !== '')
    .slice(0, 2);
  return told.length === 0 ? '' : `: ${told.join(', ')}`;
}
