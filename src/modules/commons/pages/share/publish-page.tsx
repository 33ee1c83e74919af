import type { ComponentChildren, VNode } from 'preact';
import { pickText, type Parameter } from '../../../../kernel/index.ts';
import { link, type Language } from '../../../../platform/http/index.ts';
import {
  Alert,
  Button,
  ButtonLink,
  Checkbox,
  Checkboxes,
  DateInput,
  Details,
  EmptyState,
  ErrorSummary,
  Form,
  PageHead,
  Radios,
  Section,
  Select,
  TextInput,
  Textarea,
} from '../../../../ui/index.ts';
import * as addresses from '../../addresses.ts';
import type { Forecast } from '../../model/fleet.ts';
import type { Issue } from '../../model/kind.ts';
import { licencesFor, type Licence } from '../../model/work.ts';
import type { PublishForm } from './publish-form.ts';
import { libraryTexts } from '../../texts/library.ts';
import { shareTexts } from '../../texts/share.ts';
import { Effects } from './effects.tsx';
import { trailTo } from '../trail.ts';

export type PublishView = {
  readonly organisation: string;
  readonly work: string;
  readonly title: string;
  readonly number: number;
  /** The number that it gets in the library. */
  readonly next: number;
  readonly hasDraft: boolean;
  readonly already: boolean;
  readonly errors: readonly Issue[];
  /** Since our last publication, where there is one. */
  readonly changes: { readonly since: number; readonly sentences: readonly string[] } | null;
  readonly forecast: Forecast;
  readonly names: ReadonlyMap<string, string>;
  readonly networks: readonly { readonly id: string; readonly name: string }[];
  readonly parameters: readonly Parameter[];
  /** The licence that comes with what the version builds on; null where there is a choice. */
  readonly bound: Licence | null;
  readonly form: PublishForm;
  /** By control. */
  readonly problems: ReadonlyMap<string, string>;
  readonly message: string | null;
  readonly language: Language;
};

const audienceKinds = ['everyone', 'public-sector', 'networks', 'organisations'] as const;

function Audience({ view }: { readonly view: PublishView }): VNode {
  const words = shareTexts(view.language).publish;
  const { form, problems, networks } = view;
  return (
    <>
      <Radios
        name="audience"
        label={words.audience}
        required
        value={form.audience}
        error={problems.get('audience')}
        options={audienceKinds
          .filter((kind) => kind !== 'networks' || networks.length > 0)
          .map((kind) => ({
            value: kind,
            label: words.audiences[kind],
            help: words.audienceHelp[kind],
          }))}
      />
      {networks.length > 0 && (
        <Checkboxes
          name="network"
          label={words.networks}
          values={form.network}
          error={problems.get('network')}
          options={networks.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Textarea
        name="organisations"
        label={words.organisations}
        help={words.organisationsHelp}
        rows={2}
        value={form.organisations}
        error={problems.get('organisations')}
      />
    </>
  );
}

function Values({ view }: { readonly view: PublishView }): VNode | null {
  const { parameters, form, problems, language } = view;
  if (parameters.length === 0) return null;
  const words = shareTexts(language).publish;
  const wrong = parameters.some(({ id }) => problems.has(`v.${id}`));
  return (
    <Details summary={words.parameters} open={wrong}>
      <p class="k-meta">{words.parametersHelp}</p>
      <div class="commons-values">
        {parameters.map(({ id, label }) => (
          <div key={id} class="commons-value">
            <TextInput
              name={`v.${id}`}
              label={pickText(label, language)}
              value={form.values[id] ?? ''}
              error={problems.get(`v.${id}`)}
              width="long"
            />
            <Checkbox
              name="lock"
              id={`las-${id}`}
              value={id}
              label={words.lock}
              checked={form.lock.includes(id)}
            />
          </div>
        ))}
      </div>
    </Details>
  );
}

function Changes({ view }: { readonly view: PublishView }): VNode | null {
  const { changes, language } = view;
  if (changes === null) return null;
  return (
    <Section title={shareTexts(language).publish.changes(changes.since)}>
      <ul class="commons-list">
        {changes.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Section>
  );
}

function Sheet({ view }: { readonly view: PublishView }): VNode {
  const { organisation, work, form, problems, language } = view;
  const words = shareTexts(language).publish;
  return (
    <Form action={link(addresses.publish, { organisation, work })} hidden={{ number: view.number }}>
      <Textarea
        name="message"
        label={words.message}
        help={words.messageHelp}
        required
        rows={3}
        maxLength={2000}
        value={form.message}
        error={problems.get('message')}
      />
      <Audience view={view} />
      <Select
        name="licence"
        label={words.licence}
        required
        value={form.licence}
        {...(view.bound === null ? {} : { help: words.licenceBound })}
        options={licencesFor(view.bound).map((value) => ({
          value,
          label: libraryTexts(language).work.licences[value],
        }))}
      />
      <DateInput
        name="from"
        label={words.from}
        help={words.fromHelp}
        value={form.from}
        error={problems.get('from')}
      />
      <Values view={view} />
      <Button>{words.now(view.next)}</Button>
    </Form>
  );
}

function refusal(view: PublishView): ComponentChildren | null {
  const { organisation, work, language } = view;
  const words = shareTexts(language).publish;
  if (view.already) {
    return (
      <EmptyState
        title={words.already}
        actions={<ButtonLink to={link(addresses.edit, { organisation, work })}>{words.toEdit}</ButtonLink>}
      />
    );
  }
  if (view.errors.length === 0) return null;
  return (
    <Alert tone="warning" title={words.invalid}>
      <ul>
        {view.errors.map((issue) => (
          <li key={`${issue.path} ${issue.message.sv}`}>{issue.message[language]}</li>
        ))}
      </ul>
      <ButtonLink kind="secondary" to={link(addresses.edit, { organisation, work })}>
        {words.toEditor}
      </ButtonLink>
    </Alert>
  );
}

/** Before a version is shared: what is new, whom it puts a question to, and for whom it is. */
export function PublishPage({ view }: { readonly view: PublishView }): VNode {
  const { organisation, work, language, problems } = view;
  const words = shareTexts(language).publish;
  const stop = refusal(view);
  return (
    <div class="commons-edit">
      <ErrorSummary problems={[...problems].map(([field, message]) => ({ field, message }))} />
      <PageHead
        title={words.title(view.title)}
        trail={trailTo({ organisation, work, title: view.title, language }, { title: words.crumb })}
        {...(view.already ? {} : { summary: `${words.summary(view.number)} ${words.next(view.next)}` })}
      />
      {view.message !== null && <Alert tone="warning" title={view.message} />}
      {view.hasDraft && <Alert tone="info" title={words.draft} />}
      {stop ?? (
        <>
          <Changes view={view} />
          <Effects view={view} />
          <Sheet view={view} />
        </>
      )}
    </div>
  );
}
