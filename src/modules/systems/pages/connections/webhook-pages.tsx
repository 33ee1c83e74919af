import type { VNode } from 'preact';
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  CodeBlock,
  Checkboxes,
  Details,
  Facts,
  Form,
  Lines,
  Pagination,
  Section,
  Table,
  TextInput,
  type Option,
} from '../../../../ui/index.ts';
import type { ConnectionTexts } from '../../texts/connections.ts';
import { OwnPage, type Shell } from '../own/shell.tsx';

export type WebhookFormView = {
  readonly shell: Shell;
  readonly words: ConnectionTexts;
  readonly to: string;
  readonly address: string;
  readonly kinds: readonly Option[];
  readonly chosen: readonly string[];
  readonly errors: { readonly address?: string; readonly kinds?: string };
  readonly button: string;
};

/** Where to send, and what of. */
export function WebhookFormPage(view: WebhookFormView): VNode {
  const { form } = view.words;
  return (
    <OwnPage shell={view.shell}>
      <Form action={view.to}>
        <TextInput
          name="adress"
          label={form.address}
          help={form.addressHelp}
          mode="url"
          required
          spellcheck={false}
          value={view.address}
          {...(view.errors.address === undefined ? {} : { error: view.errors.address })}
        />
        <Checkboxes
          name="om"
          label={form.kinds}
          required
          options={view.kinds}
          values={view.chosen}
          {...(view.errors.kinds === undefined ? {} : { error: view.errors.kinds })}
        />
        <Actions>
          <Button>{view.button}</Button>
        </Actions>
      </Form>
    </OwnPage>
  );
}

export type SecretView = {
  readonly shell: Shell;
  readonly words: ConnectionTexts;
  readonly secret: string;
  readonly backTo: string;
};

/** The secret, this once. */
export function SecretPage({ shell, words, secret, backTo }: SecretView): VNode {
  const { secret: said } = words.one;
  return (
    <OwnPage shell={shell}>
      <Alert tone="warning" title={said.title2}>
        <p>{said.once}</p>
      </Alert>
      <CodeBlock>{secret}</CodeBlock>
      <p class="k-meta">{said.how}</p>
      <p>
        <ButtonLink to={backTo}>{said.back}</ButtonLink>
      </p>
    </OwnPage>
  );
}

export type DeliveryRow = {
  readonly id: string;
  readonly at: string;
  readonly what: string;
  readonly result: string;
  readonly note: string | null;
  readonly hash: string | null;
};

export type WebhookView = {
  readonly shell: Shell;
  readonly words: ConnectionTexts;
  readonly address: string;
  readonly kinds: string;
  readonly since: string;
  readonly resting: string | null;
  readonly secretShown: boolean;
  readonly rows: readonly DeliveryRow[];
  readonly page: number;
  readonly pages: number;
  readonly pageTo: (page: number) => string;
  readonly to: Readonly<Record<'change' | 'show' | 'renew' | 'test' | 'wake' | 'remove', string>>;
};

/** One webhook: what it tells, how it went, and what can be done about it. */
export function WebhookPage(view: WebhookView): VNode {
  const { one } = view.words;
  return (
    <OwnPage shell={view.shell}>
      {view.resting === null ? null : (
        <Alert tone="warning" title={one.rest.title}>
          <p>{view.resting}</p>
          <Form action={view.to.wake}>
            <Button>{one.rest.wake}</Button>
          </Form>
        </Alert>
      )}
      <Facts
        columns={1}
        facts={[
          { term: one.address, value: <code class="systems-address">{view.address}</code> },
          { term: one.kinds, value: view.kinds },
          { term: one.since, value: view.since },
        ]}
      />
      <Form action={view.to.test}>
        <Actions>
          {view.resting === null ? <Button kind="secondary">{one.test}</Button> : null}
          <ButtonLink to={view.to.change} kind="tertiary">
            {one.change}
          </ButtonLink>
        </Actions>
      </Form>
      <Secret view={view} />
      <Log view={view} />
      <Details summary={one.remove.title}>
        <p>{one.remove.text}</p>
        <Form action={view.to.remove}>
          <Button kind="secondary">{one.remove.button}</Button>
        </Form>
      </Details>
    </OwnPage>
  );
}

function Secret({ view }: { readonly view: WebhookView }): VNode {
  const { secret } = view.words.one;
  return (
    <Section title={secret.title} id="hemlighet">
      <p>{secret.text}</p>
      {view.secretShown ? (
        <>
          <p>{secret.shown}</p>
          <Details summary={secret.renew}>
            <p>{secret.renewText}</p>
            <Form action={view.to.renew}>
              <Button kind="secondary">{secret.renew}</Button>
            </Form>
          </Details>
        </>
      ) : (
        <Form action={view.to.show}>
          <Button>{secret.show}</Button>
        </Form>
      )}
    </Section>
  );
}

function Log({ view }: { readonly view: WebhookView }): VNode {
  const { log } = view.words.one;
  return (
    <Section title={log.title} id="skickat" note={log.text}>
      {view.rows.length === 0 ? (
        <p>{log.none}</p>
      ) : (
        <Table<DeliveryRow>
          caption={log.caption}
          rows={view.rows}
          rowKey={({ id }) => id}
          columns={[
            { id: 'at', title: log.at, cell: ({ at }) => at },
            { id: 'what', title: log.what, labelled: true, cell: ({ what }) => what },
            {
              id: 'result',
              title: log.result,
              labelled: true,
              cell: ({ result, note }) => <Lines {...(note === null ? {} : { note })}>{result}</Lines>,
            },
            {
              id: 'hash',
              title: log.hash,
              labelled: true,
              cell: ({ hash }) => (hash === null ? '' : <code class="systems-address">{hash}</code>),
            },
          ]}
        />
      )}
      <Pagination page={view.page} pages={view.pages} to={view.pageTo} />
    </Section>
  );
}
