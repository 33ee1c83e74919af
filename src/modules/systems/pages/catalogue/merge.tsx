import type { VNode } from 'preact';
import { Actions, Alert, Button, Form, PageHead, Radios, Section, Table } from '../../../../ui/index.ts';
import { entriesOf } from '../../catalogue/catalogue.ts';
import type { Difference } from '../../catalogue/merge.ts';
import { all, type Take } from '../../catalogue/operation.ts';
import { same, valueOf } from '../../catalogue/write.ts';
import { catalogueTexts } from '../../texts/catalogue.ts';
import { fieldName, valueText, valueWords, type Naming } from './values.tsx';

export type MergeView = Naming & {
  readonly ids: readonly string[];
  readonly into: string;
  readonly take: Take;
  readonly differences: readonly Difference[];
  readonly names: readonly string[];
  readonly nameOf: (id: string) => string;
  readonly action: string;
  readonly message: string | null;
};

/** Which of the records say a value. */
function sayers(view: MergeView, field: string, value: unknown): string {
  const entries = entriesOf(view.catalogue, view.of);
  return view.ids
    .filter((id) => same(valueOf(entries.get(id), field), value))
    .map(view.nameOf)
    .join(', ');
}

function SideBySide({ view }: { readonly view: MergeView }): VNode {
  const { language, ids } = view;
  const words = catalogueTexts(language).merge;
  const entries = entriesOf(view.catalogue, view.of);
  return (
    <Table<Difference>
      caption={words.side}
      comparison
      rows={view.differences}
      rowKey={({ field }) => field}
      columns={[
        { id: 'field', title: words.field, cell: ({ field }) => fieldName(language, field) },
        ...ids.map((id) => ({
          id,
          title: view.nameOf(id),
          cell: ({ field }: Difference) => valueWords(view, field, valueOf(entries.get(id), field)),
        })),
      ]}
    />
  );
}

function Choice({ view, difference }: { readonly view: MergeView; readonly difference: Difference }): VNode {
  const { field, values, choices, suggested } = difference;
  const words = catalogueTexts(view.language).merge;
  const together = choices.includes(all) ? [{ value: all, label: words.allValues }] : [];
  return (
    <Radios
      name={`tag-${field}`}
      label={fieldName(view.language, field)}
      required
      value={view.take[field] ?? suggested}
      options={[
        ...together,
        ...values.map(({ id, value }) => ({
          value: id,
          label: valueText(view, field, value),
          ...(field === 'name' ? {} : { help: sayers(view, field, value) }),
        })),
      ]}
    />
  );
}

/** Records side by side: which stays, and which value holds where they differ. */
export function MergePage({ view }: { readonly view: MergeView }): VNode {
  const { language, ids, into, differences } = view;
  const words = catalogueTexts(language).merge;
  return (
    <>
      {view.message !== null && <Alert tone="wrong" title={view.message} />}
      <PageHead title={words.title(ids.length)} lede={words.lede} />
      <Section title={words.side} plain>
        <SideBySide view={view} />
        <p>
          <strong>{words.names}:</strong> {view.names.join(', ')}
        </p>
      </Section>
      <Section title={words.choose}>
        <Form action={view.action} hidden={{ av: view.of, poster: ids.join(' ') }}>
          {differences
            .filter(({ settled }) => !settled)
            .map((difference) => (
              <Choice key={difference.field} view={view} difference={difference} />
            ))}
          <Radios
            name="kvar"
            label={words.keep}
            required
            value={into}
            options={ids.map((id) => ({ value: id, label: view.nameOf(id) }))}
          />
          <Actions>
            <Button>{words.merge}</Button>
          </Actions>
        </Form>
      </Section>
    </>
  );
}
