import type { VNode } from 'preact';
import type { Language } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  PageHead,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import type { Unit } from '../profile.ts';
import { texts } from '../texts/index.ts';
import type { UnitProblem } from '../units.ts';
import { SettingsColumns } from './settings-columns.tsx';

export type UnitsView = {
  readonly language: Language;
  readonly organisation: string;
  readonly action: string;
  readonly units: readonly Unit[];
  readonly typed: string;
  readonly problem: UnitProblem | null;
};

function messageOf(language: Language, problem: UnitProblem): string {
  const words = texts(language).units;
  switch (problem) {
    case 'no-name':
      return words.bad;
    case 'taken':
      return words.taken;
  }
}

/** The units of an organisation, and how one is added. */
export function UnitsPage({ view }: { readonly view: UnitsView }): VNode {
  const { language, organisation, units, problem } = view;
  const words = texts(language).units;
  const error = problem === null ? null : messageOf(language, problem);
  return (
    <SettingsColumns organisation={organisation} current="units">
      <ErrorSummary problems={error === null ? [] : [{ field: 'name', message: error }]} />
      <PageHead title={words.title} lede={words.lede} />
      {units.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <Table
          caption={words.caption}
          paper
          rows={units}
          rowKey={({ id }) => id}
          columns={[{ id: 'name', title: words.name, cell: ({ name }) => name }]}
        />
      )}
      <Form action={view.action}>
        <TextInput
          name="name"
          label={words.name}
          help={words.help}
          value={view.typed}
          width="long"
          required
          {...(error === null ? {} : { error })}
        />
        <Actions>
          <Button>{words.add}</Button>
        </Actions>
      </Form>
    </SettingsColumns>
  );
}
