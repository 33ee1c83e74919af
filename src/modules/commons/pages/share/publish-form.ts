import { checkValue, type Parameter } from '../../../../kernel/index.ts';
import type { Language } from '../../../../platform/http/index.ts';
import { municipalities, networks, regions } from '../../../organisations/index.ts';
import type { Audience } from '../../model/audience.ts';
import { allIn, textIn, type Typed } from '../../model/form-edit.ts';
import type { Values } from '../../model/settings.ts';
import { readTyped } from '../../model/typed-values.ts';
import { licences, type Licence, type Publication } from '../../model/work.ts';
import { asText } from '../edit/editing.ts';
import { shareTexts } from '../../texts/share.ts';
import { variantTexts } from '../../texts/variant.ts';

/** The publishing form as it stands on the page. */
export type PublishForm = {
  readonly message: string;
  readonly audience: string;
  readonly network: readonly string[];
  readonly organisations: string;
  readonly licence: string;
  readonly from: { readonly day: string; readonly month: string; readonly year: string };
  /** By parameter. */
  readonly values: Readonly<Record<string, string>>;
  readonly lock: readonly string[];
};

export type ReadPublishing =
  | {
      readonly ok: true;
      readonly audience: Audience;
      readonly message: string;
      readonly licence: Licence;
      readonly offeredFrom: Date | null;
      readonly offered: Values;
      readonly lockedParameters: readonly string[];
    }
  | { readonly ok: false; readonly problems: ReadonlyMap<string, string> };

const facts = [...municipalities, ...regions, ...networks];
const nameOf = new Map(facts.map(({ id, name }) => [id, name]));

/** The form to begin from: as the last publication was, else for everyone. */
export function startForm(last: Publication | null): PublishForm {
  const audience = last?.audience ?? { kind: 'everyone' };
  const of = audience.kind === 'networks' || audience.kind === 'organisations' ? audience.of : [];
  return {
    message: '',
    audience: audience.kind,
    network: audience.kind === 'networks' ? of : [],
    organisations: audience.kind === 'organisations' ? of.map((id) => nameOf.get(id) ?? id).join('\n') : '',
    licence: last?.licence ?? licences[0],
    from: { day: '', month: '', year: '' },
    values: Object.fromEntries(Object.entries(last?.offered ?? {}).map(([id, value]) => [id, asText(value)])),
    lock: last?.lockedParameters ?? [],
  };
}

export function typedForm(typed: Typed, parameters: readonly Parameter[]): PublishForm {
  const text = (name: string): string => textIn(typed, name).replaceAll('\r\n', '\n').trim();
  return {
    message: text('message'),
    audience: text('audience'),
    network: allIn(typed, 'network'),
    organisations: text('organisations'),
    licence: text('licence'),
    from: { day: text('from.day'), month: text('from.month'), year: text('from.year') },
    values: Object.fromEntries(parameters.map(({ id }) => [id, text(`v.${id}`)])),
    lock: allIn(typed, 'lock'),
  };
}

type Problems = Map<string, string>;

/** Reads the form; every problem at once, each with its control. */
export function readPublishing(
  form: PublishForm,
  parameters: readonly Parameter[],
  language: Language,
): ReadPublishing {
  const words = shareTexts(language).publish;
  const problems: Problems = new Map();
  if (form.message === '') problems.set('message', words.noMessage);
  const audience = readAudience(form, problems, language);
  const offeredFrom = readDay(form.from);
  if (offeredFrom === 'wrong') problems.set('from', words.badDate);
  const offered = readValues(form, parameters, { problems, language });
  const licence = licences.find((one) => one === form.licence) ?? licences[0];
  if (problems.size > 0 || audience === null || offeredFrom === 'wrong') return { ok: false, problems };
  return {
    ok: true,
    message: form.message,
    audience,
    licence,
    offeredFrom,
    offered,
    lockedParameters: form.lock.filter((id) => parameters.some((parameter) => parameter.id === id)),
  };
}

function readAudience(form: PublishForm, problems: Problems, language: Language): Audience | null {
  const words = shareTexts(language).publish;
  switch (form.audience) {
    case 'everyone':
    case 'public-sector':
      return { kind: form.audience };
    case 'networks':
      if (form.network.length === 0) problems.set('network', words.noNetwork);
      return { kind: 'networks', of: [...form.network] };
    case 'organisations':
      return { kind: 'organisations', of: readNames(form.organisations, problems, language) };
    default:
      problems.set('audience', words.noAudience);
      return null;
  }
}

function readNames(text: string, problems: Problems, language: Language): string[] {
  const words = shareTexts(language).publish;
  const byName = new Map(
    facts.flatMap(({ id, name }) => [[id, id] as const, [name.toLocaleLowerCase('sv'), id] as const]),
  );
  const typed = text
    .split(/[\n,;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (typed.length === 0) problems.set('organisations', words.noOrganisation);
  return typed.flatMap((name) => {
    const id = byName.get(name.toLocaleLowerCase('sv'));
    if (id === undefined) problems.set('organisations', words.unknownName(name));
    return id === undefined ? [] : [id];
  });
}

/** Midnight UTC is one or two o'clock in Sweden, of the same day. */
function readDay({ day, month, year }: PublishForm['from']): Date | null | 'wrong' {
  if (day === '' && month === '' && year === '') return null;
  const [d, m, y] = [day, month, year].map((part) => (/^\d{1,4}$/.test(part) ? Number(part) : Number.NaN));
  const date = new Date(Date.UTC(y ?? 0, (m ?? 0) - 1, d ?? 0));
  const fits = date.getUTCDate() === d && date.getUTCMonth() + 1 === m && date.getUTCFullYear() >= 2000;
  return fits ? date : 'wrong';
}

type Around = { readonly problems: Problems; readonly language: Language };

function readValues(
  form: PublishForm,
  parameters: readonly Parameter[],
  { problems, language }: Around,
): Values {
  const words = variantTexts(language);
  return Object.fromEntries(
    parameters.flatMap((parameter) => {
      const value = readTyped(parameter, form.values[parameter.id] ?? '');
      if (value === null) {
        const locked = form.lock.includes(parameter.id);
        if (locked) problems.set(`v.${parameter.id}`, shareTexts(language).publish.noValue);
        return [];
      }
      const problem = checkValue(parameter, value);
      if (problem !== undefined) problems.set(`v.${parameter.id}`, words.problems[problem] ?? words.failed);
      return [[parameter.id, value]];
    }),
  );
}
