import type { VNode } from 'preact';
import type { Language } from '../../../../platform/http/index.ts';
import { Alert, SelectRow, Table } from '../../../../ui/index.ts';
import { catalogueTexts } from '../../texts/catalogue.ts';

/** A field that somebody else has changed while a form was filled in. */
export type MeanwhileRow = {
  readonly field: string;
  readonly name: string;
  /** As the name stands within a sentence. */
  readonly within: string;
  readonly theirs: string;
  /** What was typed; null where it was not touched, and theirs stands in the form. */
  readonly ours: string | null;
};

/** Inside the form: what somebody else has changed, with the choice to take it instead of what was typed. */
export function Meanwhile(props: {
  readonly language: Language;
  readonly rows: readonly MeanwhileRow[];
}): VNode | null {
  const words = catalogueTexts(props.language).form;
  if (props.rows.length === 0) return null;
  return (
    <Alert tone="warning" title={words.meanwhile}>
      <p>{words.meanwhileWhat}</p>
      <Table<MeanwhileRow>
        caption={words.meanwhileCaption}
        rows={props.rows}
        rowKey={({ field }) => field}
        columns={[
          { id: 'field', title: words.field, cell: ({ name }) => name },
          { id: 'theirs', title: words.theirs, labelled: true, cell: ({ theirs }) => theirs },
          {
            id: 'ours',
            title: words.ours,
            labelled: true,
            cell: ({ ours }) => ours ?? <span class="k-meta">{words.takenAlready}</span>,
          },
          {
            id: 'take',
            title: words.take,
            narrow: true,
            labelled: true,
            cell: ({ field, within, ours }) =>
              ours === null ? null : <SelectRow name="ta" value={field} label={words.takeOf(within)} />,
          },
        ]}
      />
    </Alert>
  );
}
