import type { VNode } from 'preact';
import { pickText, type Definition } from '../../../../kernel/index.ts';
import { link, type Language } from '../../../../platform/http/index.ts';
import {
  Alert,
  Button,
  ErrorSummary,
  FileInput,
  Form,
  PageHead,
  Radios,
  Section,
  Select,
  Table,
  TextInput,
} from '../../../../ui/index.ts';
import * as addresses from '../../addresses.ts';
import type { Beginning } from './beginnings.ts';
import type { ImportLoss, Issue } from '../../model/kind.ts';
import { createTexts } from '../../texts/create.ts';

export type CreateView = {
  readonly organisation: string;
  /** What can be begun from, of every kind. */
  readonly beginnings: readonly Beginning[];
  readonly formats: readonly { readonly value: string; readonly label: string }[];
  readonly typed: {
    readonly kind: string;
    readonly name: string;
    readonly nameEn: string;
    readonly id: string;
  };
  readonly format: string;
  readonly problems: ReadonlyMap<string, string>;
  readonly language: Language;
};

const Head = (props: {
  readonly organisation: string;
  readonly language: Language;
  readonly title: string;
}): VNode => {
  const words = createTexts(props.language);
  const { organisation } = props;
  return (
    <PageHead
      title={props.title}
      trail={[{ title: words.works, to: link(addresses.variants, { organisation }) }, { title: words.crumb }]}
      summary={words.lede}
    />
  );
};

function Empty({ view }: { readonly view: CreateView }): VNode {
  const { beginnings, typed, problems, organisation, language } = view;
  const words = createTexts(language);
  const only = beginnings.length === 1 ? beginnings[0] : undefined;
  return (
    <Section title={words.empty}>
      <Form
        action={link(addresses.create, { organisation })}
        {...(only === undefined ? {} : { hidden: { kind: only.value } })}
      >
        {only === undefined && (
          <Radios
            name="kind"
            label={words.kind}
            required
            value={typed.kind}
            error={problems.get('kind')}
            options={beginnings}
          />
        )}
        <TextInput
          name="name"
          label={words.name}
          required
          maxLength={100}
          value={typed.name}
          error={problems.get('name')}
        />
        <TextInput name="nameEn" label={words.nameEn} maxLength={100} value={typed.nameEn} />
        <TextInput
          name="id"
          label={words.id}
          help={words.idHelp}
          maxLength={80}
          width="long"
          value={typed.id}
          error={problems.get('id')}
        />
        <Button>{words.create}</Button>
      </Form>
    </Section>
  );
}

/** A work of one's own, begun from a template or from a file. */
export function CreatePage({ view }: { readonly view: CreateView }): VNode {
  const { organisation, problems, formats, language } = view;
  const words = createTexts(language);
  return (
    <div class="commons-edit">
      <ErrorSummary problems={[...problems].map(([field, message]) => ({ field, message }))} />
      <Head organisation={organisation} language={language} title={words.title} />
      {view.beginnings.length > 0 && <Empty view={view} />}
      <Section title={words.file} note={words.fileWhat}>
        <Form action={link(addresses.createFrom, { organisation })} files>
          <Select name="format" label={words.format} required options={formats} value={view.format} />
          <FileInput
            name="file"
            label={words.choose}
            required
            accept=".json,application/json"
            error={problems.get('file')}
          />
          <Button kind="secondary">{words.read}</Button>
        </Form>
      </Section>
    </div>
  );
}

export type ImportedView = {
  readonly organisation: string;
  readonly definition: Definition;
  readonly id: string;
  readonly fileName: string;
  readonly losses: readonly ImportLoss[];
  readonly issues: readonly Issue[];
  readonly problems: ReadonlyMap<string, string>;
  readonly language: Language;
};

function Losses({ view }: { readonly view: ImportedView }): VNode {
  const words = createTexts(view.language);
  if (view.losses.length === 0) return <Alert tone="good" title={words.lossesNone} />;
  return (
    <Section title={words.losses(view.losses.length)}>
      <Table<ImportLoss>
        caption={words.losses(view.losses.length)}
        rows={view.losses.slice(0, 200)}
        rowKey={(row) => `${row.path} ${row.what}`}
        columns={[
          { id: 'path', title: words.lossColumns.path, cell: (row) => row.path },
          { id: 'what', title: words.lossColumns.what, cell: (row) => row.what },
          { id: 'kept', title: words.lossColumns.kept, labelled: true, cell: (row) => row.kept },
        ]}
      />
    </Section>
  );
}

/** What a file holds, before it becomes a work. */
export function ImportedPage({ view }: { readonly view: ImportedView }): VNode {
  const { organisation, definition, issues, problems, language } = view;
  const words = createTexts(language);
  return (
    <div class="commons-edit">
      <ErrorSummary problems={[...problems].map(([field, message]) => ({ field, message }))} />
      <Head
        organisation={organisation}
        language={language}
        title={words.found(pickText(definition.title, language))}
      />
      <Losses view={view} />
      {issues.length > 0 && (
        <Alert tone="warning" title={words.issues(issues.length)}>
          <ul>
            {issues.slice(0, 30).map((issue) => (
              <li key={`${issue.path} ${issue.message.sv}`}>{issue.message[language]}</li>
            ))}
          </ul>
        </Alert>
      )}
      <Form
        action={link(addresses.create, { organisation })}
        hidden={{ definition: JSON.stringify(definition), fileName: view.fileName }}
      >
        <TextInput
          name="id"
          label={words.id}
          help={words.idHelp}
          required
          width="long"
          maxLength={80}
          value={view.id}
          error={problems.get('id')}
        />
        <Button>{words.create}</Button>
      </Form>
    </div>
  );
}
