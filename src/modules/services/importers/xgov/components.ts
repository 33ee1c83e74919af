import type { FileFormat, TextPattern } from '../../definition/index.ts';
import type { Json, JsonObject } from '../../../../kernel/index.ts';
import { joinPath } from '../../../../kernel/index.ts';
import { mostMegabytes } from '../../../../platform/files/limits.ts';
import { markdown, plainText } from './html.ts';
import type { Ids } from './ids.ts';
import { shorten, slug } from './ids.ts';
import type { Losses } from './losses.ts';
import { isSource, number, text } from './source.ts';
import type { Component, Form, Item, Source, SourcePage } from './source.ts';

/** What a text becomes in the definition: the language it is in, and braces doubled since one begins a parameter. */
export function localise(language: string, value: string): JsonObject | null {
  const escaped = value.replaceAll('{', '{{').trim();
  return escaped === '' ? null : { [language]: escaped };
}

/** Leaves out what is empty, as the canonical form does. */
export function compact(object: Readonly<Record<string, Json | null | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, value]): [string, Json][] =>
      value === null || value === undefined || (Array.isArray(value) && value.length === 0)
        ? []
        : [[key, value]],
    ),
  );
}

export type ComponentContext = {
  readonly form: Form;
  readonly ids: Ids;
  readonly losses: Losses;
  readonly language: string;
};

export type Convert = {
  readonly page: SourcePage;
  readonly component: Component;
  readonly under: readonly string[];
};

/** The element that a component becomes. Every component becomes one: what is not known is kept as it was. */
export function elementOf({ page, component, under }: Convert, context: ComponentContext): JsonObject {
  const id = context.ids.component(page, component);
  const place = new Place(context, [...under, id]);
  const convert = converters[component.type] ?? unsupported;
  const { label, ...rest } = convert(component, place, page);
  return compact({ id, label: label === undefined ? place.label(component, page) : label, ...rest });
}

/** Where an element stands, for its texts and its losses. */
class Place {
  readonly context: ComponentContext;
  readonly parts: readonly string[];

  constructor(context: ComponentContext, parts: readonly string[]) {
    this.context = context;
    this.parts = parts;
  }

  lose(what: string, kept: string): void {
    this.context.losses.add(joinPath(this.parts), what, kept);
  }

  text(value: string): JsonObject | null {
    return localise(this.context.language, value);
  }

  label(component: Component, page: SourcePage): JsonObject | null {
    const title = plainText(component.title);
    return this.text(title === '' ? plainText(page.title) || page.path : title);
  }
}

type Element = Readonly<Record<string, Json | null | undefined>>;
type Converter = (component: Component, place: Place, page: SourcePage) => Element;

/** Options that say only how the source's pages look. */
const dress: ReadonlySet<string> = new Set([
  'hideTitle', 'classes', 'optionalText', 'showNoScriptWarning', 'disableChangingFromSummary', 'columnTitles', 'rows',
  'autocomplete', 'isInset', 'bold', 'isMultiInput',
]); // prettier-ignore

/** What every question has. Options that are neither carried over nor dress are reported. */
function asked(component: Component, place: Place, used: readonly string[] = []): Element {
  for (const [key, value] of Object.entries(component.options)) {
    const empty =
      value === '' ||
      value === null ||
      value === false ||
      (isSource(value) && Object.keys(value).length === 0);
    if (dress.has(key) || key === 'required' || used.includes(key) || empty) continue;
    place.lose(`option ${key}: ${JSON.stringify(value)}`, 'the question without it');
  }
  return {
    help: place.text(markdown(component.hint)),
    required: text(component.options['required']) !== 'false',
  };
}

/** Rules on the answer that are reported where they are not carried over. */
function rules(component: Component, place: Place, used: readonly string[]): Source {
  for (const [key, value] of Object.entries(component.schema)) {
    if (used.includes(key) || value === '' || value === null) continue;
    place.lose(`rule ${key}: ${JSON.stringify(value)}`, 'the question without it');
  }
  return component.schema;
}

function whole(value: unknown, most: number): number | null {
  const found = number(value);
  return found === null || found < 1 ? null : Math.min(most, Math.floor(found));
}

function shortText(pattern: TextPattern | null): Converter {
  return (component, place) => {
    const schema = rules(component, place, ['max', 'length']);
    return {
      type: 'short-text',
      ...asked(component, place, ['prefix', 'suffix']),
      maxLength: whole(schema['length'] ?? schema['max'], 500) ?? 500,
      pattern,
    };
  };
}

function longText(losesDress: boolean): Converter {
  return (component, place) => {
    if (losesDress) place.lose('formatting of the answer', 'plain text');
    const schema = rules(component, place, ['max', 'length', 'maxwords']);
    return {
      type: 'long-text',
      ...asked(component, place, ['maxWords']),
      maxLength: whole(schema['length'] ?? schema['max'], 20_000),
      maxWords: whole(component.options['maxWords'] ?? schema['maxwords'], 5000),
    };
  };
}

const numberField: Converter = (component, place) => {
  const schema = rules(component, place, ['min', 'max', 'precision', 'integer']);
  const precision = number(schema['precision']);
  const unit = `${text(component.options['prefix'])} ${text(component.options['suffix'])}`.trim();
  return {
    type: 'number',
    ...asked(component, place, ['prefix', 'suffix']),
    min: number(schema['min']),
    max: number(schema['max']),
    decimals: schema['integer'] === true ? null : Math.min(6, Math.max(0, precision ?? 6)) || null,
    unit: place.text(unit),
  };
};

const date: Converter = (component, place) => {
  const { options } = component;
  for (const key of ['maxDaysInPast', 'maxDaysInFuture']) {
    const days = number(options[key]);
    if (days !== null && days !== 0) place.lose(`${key}: ${days}`, 'any day on that side');
  }
  return {
    type: 'date',
    ...asked(component, place, ['maxDaysInPast', 'maxDaysInFuture']),
    earliest: number(options['maxDaysInPast']) === 0 ? 'today' : null,
    latest: number(options['maxDaysInFuture']) === 0 ? 'today' : null,
  };
};

function simple(type: 'email' | 'phone' | 'yes-no'): Converter {
  return (component, place) => {
    rules(component, place, []);
    return { type, ...asked(component, place) };
  };
}

const address: Converter = (component, place) => {
  place.lose('address line 2 and county', 'street, postal code and town');
  return { type: 'address', abroad: true, ...asked(component, place) };
};

function asText(what: string): Converter {
  return (component, place) => {
    place.lose(what, 'a short text');
    return { type: 'short-text', ...asked(component, place), maxLength: 40 };
  };
}

/** The id that an item of a list has as an answer to one question. */
export function optionIds(question: string, items: readonly Item[]): readonly string[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const base = `${question}.${shorten(slug(item.value), 60) || 'blank'}`;
    const times = (seen.get(base) ?? 0) + 1;
    seen.set(base, times);
    return times === 1 ? base : `${base}-${times}`;
  });
}

export function itemsOf(form: Form, component: Component): readonly Item[] {
  return form.lists.find(({ name }) => name === component.list)?.items ?? [];
}

function choice(type: 'choice' | 'choices'): Converter {
  return (component, place, page) => {
    const items = itemsOf(place.context.form, component);
    if (items.length === 0) {
      place.lose(`list ${component.list ?? '(none)'} that is missing or empty`, 'the component as it was');
      return unsupported(component, place, page);
    }
    const ids = optionIds(place.parts.at(-1) ?? '', items);
    const options = items.map((item, index) => {
      if (text(item.raw['condition']) !== '')
        place.lose(`condition on the option ${item.text}`, 'an option that is always there');
      return compact({
        id: ids[index] ?? '',
        label: place.text(plainText(item.text) || item.value),
        help: place.text(markdown(item.description)),
      });
    });
    return { type, ...asked(component, place), options };
  };
}

const formats: Readonly<Record<string, readonly FileFormat[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg'],
  'image/png': ['png'],
  'image/*': ['jpg', 'png', 'heic', 'webp'],
  'text/plain': ['txt'],
  'text/csv': ['csv'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
};

const file: Converter = (component, place) => {
  const { options } = component;
  const zone = isSource(options['dropzoneConfig']) ? options['dropzoneConfig'] : options;
  const wanted = text(zone['acceptedFiles'] ?? zone['accept'])
    .split(',')
    .map((type) => type.trim())
    .filter((type) => type !== '');
  for (const type of wanted) {
    if (formats[type] === undefined) place.lose(`files of the type ${type}`, 'the other types');
  }
  const least = whole(options['minimumRequiredFiles'], 50);
  const optional = text(options['required']) === 'false' || number(options['minimumRequiredFiles']) === 0;
  const size = number(zone['maxFilesize']);
  if (size !== null && size > mostMegabytes)
    place.lose(`maxFilesize: ${size}`, `files of ${mostMegabytes} megabytes`);
  return {
    type: 'file',
    ...asked(component, place, [
      'dropzoneConfig',
      'minimumRequiredFiles',
      'accept',
      'acceptedFiles',
      'maxFiles',
      'maxFilesize',
      'multiple',
    ]),
    required: !optional,
    accept: [...new Set(wanted.flatMap((type) => formats[type] ?? []))].toSorted(),
    maxMegabytes: size === null ? null : Math.min(mostMegabytes, Math.max(1, Math.ceil(size))),
    minFiles: least !== null && least > 1 ? least : null,
    maxFiles: Math.max(whole(zone['maxFiles'], 50) ?? (options['multiple'] === true ? 10 : 1), least ?? 1),
  };
};

function information(before: (component: Component) => string): Converter {
  return (component, place, page) => {
    const written = [before(component), markdown(component.content)]
      .filter((part) => part !== '')
      .join('\n\n');
    const shown =
      written === '' ? plainText(component.title) || plainText(page.title) || component.type : written;
    return { type: 'information', label: null, text: place.text(shown) };
  };
}

const staticList: Converter = (component, place) => {
  const items = itemsOf(place.context.form, component).map(({ text: shown }) => `- ${plainText(shown)}`);
  const hint = markdown(component.hint);
  const shown = [hint, items.join('\n')].filter((part) => part !== '').join('\n\n');
  return {
    type: 'information',
    label: null,
    text: place.text(shown || plainText(component.title) || 'List'),
  };
};

function boldTitle(component: Component): string {
  const title = plainText(component.title);
  return title === '' ? '' : `**${title}**`;
}

const group: Converter = (component, place, page) => {
  const children = component.children.map((child) => {
    const inside = { page, component: child, under: [...place.parts, 'fields'] };
    return elementOf(inside, place.context);
  });
  if (children.length === 0) return unsupported(component, place, page);
  const max = whole(component.options['maxMultiInputFieldRows'], 500);
  return { type: 'group', ...asked(component, place, ['maxMultiInputFieldRows']), max, fields: children };
};

const unsupported: Converter = (component, place) => {
  place.lose(
    `component of type ${component.type || '(none)'}`,
    'the component as it was, marked, unseen by citizens',
  );
  return { type: 'unsupported', source: asJson(component.raw) };
};

function asJson(source: Source): Json {
  const json: Json = JSON.parse(JSON.stringify(source));
  return json;
}

const converters: Readonly<Record<string, Converter | undefined>> = {
  TextField: shortText(null),
  WebsiteField: shortText('web-address'),
  MultilineTextField: longText(false),
  FreeTextField: longText(true),
  NumberField: numberField,
  DateField: date,
  DatePartsField: date,
  MonthYearField: asText('month and year in two inputs'),
  TimeField: asText('time of day'),
  DateTimeField: asText('day and time of day'),
  DateTimePartsField: asText('day and time of day'),
  YesNoField: simple('yes-no'),
  RadiosField: choice('choice'),
  SelectField: choice('choice'),
  AutocompleteField: choice('choice'),
  CheckboxesField: choice('choices'),
  EmailAddressField: simple('email'),
  TelephoneNumberField: simple('phone'),
  UkAddressField: address,
  FileUploadField: file,
  ClientSideFileUploadField: file,
  MultiInputField: group,
  Para: information(() => ''),
  Html: information(() => ''),
  InsetText: information(() => ''),
  WarningText: information(boldTitle),
  Details: information(boldTitle),
  FlashCard: staticList,
  List: staticList,
};
