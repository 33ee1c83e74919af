import type { VNode } from 'preact';
import type { Definition } from '../../../kernel/index.ts';
import type { Language } from '../../../platform/http/index.ts';
import type { PreviewInput } from '../../commons/index.ts';
import { Alert, Prose } from '../../../ui/index.ts';
import type { EService, Field, Page, Settings, WayField } from '../definition/index.ts';
import { conditionInWords, fillMarked, readEService, textOf } from '../definition/index.ts';
import type { Asking } from '../fields/asking.ts';
import { FieldList } from '../fields/field-list.tsx';
import { settingsOf } from '../running.ts';
import { texts } from '../texts/index.ts';

/**
 * The pages of a version as the applicant meets them, to read through: nothing can be sent from here. Null for a
 * part that is no page of questions.
 */
export function preview({ definition, values, language, part }: PreviewInput): VNode | null {
  const read = readEService(definition);
  if (!read.ok) {
    return <Alert tone="wrong" title={read.issues.map((issue) => issue.message[language]).join(' ')} />;
  }
  const service = read.value;
  const pages = service.pages.filter((page) => page.type === 'questions' && !page.hidden);
  const settings = settingsOf({ ...suggestedBy(service), ...values });
  const asking = askingFor({ definition: service, settings }, language);
  const shown = pages.flatMap((page, index) =>
    part === undefined || part === `pages/${page.id}` ? [{ page, n: index + 1 }] : [],
  );
  if (part !== undefined && shown.length === 0) return null;
  return (
    <div class="sv-preview">
      {shown.map(({ page, n }) => (
        <PreviewPage key={page.id} {...{ page, asking, definition }} place={{ n, of: pages.length }} />
      ))}
    </div>
  );
}

const suggestedBy = ({ parameters }: EService): Readonly<Record<string, unknown>> =>
  Object.fromEntries(parameters.map(({ id, default: value }) => [id, value]));

const askingFor = (
  filling: { readonly definition: EService; readonly settings: Settings },
  language: Language,
): Asking => ({
  language,
  words: texts(language),
  form: {},
  files: {},
  problems: new Map(),
  say: (text) =>
    fillMarked(filling.definition, text, {
      settings: filling.settings,
      language,
      mark: texts(language).preview.notFilled,
    }),
  readOnly: true,
});

type PageProps = {
  readonly page: Page;
  readonly asking: Asking;
  readonly definition: Definition;
  readonly place: { readonly n: number; readonly of: number };
};

function PreviewPage({ page, asking, definition, place }: PageProps): VNode {
  const { words, language } = asking;
  return (
    <section class="sv-preview-page" aria-labelledby={`prova-${page.id}`}>
      <div>
        <p class="k-meta">{words.preview.page(place.n, place.of)}</p>
        <h2 id={`prova-${page.id}`}>{textOf(page.title, language)}</h2>
        {page.showIf === null ? null : (
          <p class="k-meta">
            {words.preview.shownIf(
              conditionInWords(page.showIf.text, definition, language) ?? page.showIf.text,
            )}
          </p>
        )}
      </div>
      {page.text === null ? null : <Prose text={asking.say(page.text)} />}
      <FieldList
        fields={page.fields.filter((field) => !field.hidden).map((field) => shown(field))}
        asking={asking}
      />
    </section>
  );
}

/** A question as on an empty page; a group shows one row, so that its questions are seen. */
function shown(field: Field, input: string = field.id): WayField {
  const rows =
    field.type === 'group'
      ? [
          {
            id: 'rad',
            title: { sv: textOf(field.itemTitle, 'sv'), en: textOf(field.itemTitle, 'en') },
            empty: true,
            fields: field.fields
              .filter((part) => !part.hidden)
              .map((part) => shown(part, `${input}.rad.${part.id}`)),
          },
        ]
      : [];
  return { field, input, value: undefined, rows, issues: [] };
}
