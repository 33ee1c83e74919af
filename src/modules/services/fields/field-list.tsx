import type { VNode } from 'preact';
import type { WayField } from '../definition/index.ts';
import { shownName } from '../definition/index.ts';
import type { Asking } from './asking.ts';
import { GroupField } from './group-field.tsx';
import { RowControl } from './row-control.tsx';

/** The questions of a page that are to be seen, each with the mark that it was shown. */
export function FieldList(props: { readonly fields: readonly WayField[]; readonly asking: Asking }): VNode {
  const { fields, asking } = props;
  return (
    <>
      {fields.map((part) => {
        const { field } = part;
        return field.type === 'group' ? (
          <GroupField key={field.id} field={field} rows={part.rows} asking={asking} />
        ) : (
          <RowControl key={field.id} field={field} name={field.id} asking={asking} />
        );
      })}
      {asking.readOnly ? null : <Shown fields={fields} />}
    </>
  );
}

/** Tells the next reading which questions the person has seen; the rest "appeared". */
function Shown(props: { readonly fields: readonly WayField[] }): VNode {
  return (
    <>
      {namesOf(props.fields).map((name) => (
        <input key={name} type="hidden" name={shownName} value={name} />
      ))}
    </>
  );
}

const namesOf = (fields: readonly WayField[]): readonly string[] =>
  fields.flatMap(({ input, rows }) => [input, ...rows.flatMap((row) => namesOf(row.fields))]);
