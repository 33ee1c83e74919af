import { readOptions, say } from '../../../../kernel/reading/index.ts';
import type { PropertyReader } from '../../../../kernel/reading/index.ts';
// Not through the folder's index: a command on files starts without what reads them.
import { mostMegabytes } from '../../../../platform/files/limits.ts';
import { fileFormats, standardFormats, textPatterns } from '../model.ts';
import type { Field, FieldType, Group, RowField } from '../model.ts';
import { readCondition } from './condition.ts';
import { largest, readDayLimit, readLimit } from './limits.ts';

const rowTypes = [
  'short-text', 'long-text', 'number', 'date', 'yes-no', 'choice', 'choices', 'email', 'phone', 'personal-number',
  'file', 'information', 'address', 'unsupported',
] as const satisfies readonly RowField['type'][]; // prettier-ignore
const types = [...rowTypes, 'group'] as const satisfies readonly FieldType[];

/** Reads one question; null where its type is missing or unknown, which is reported. */
export function readField(reader: PropertyReader, id: string): Field | null {
  const type = reader.oneOf('type', types);
  if (type === null) {
    if (reader.raw('type') === null) reader.missing('type');
    return null;
  }
  return type === 'group' ? readGroup(reader, id) : readRowField(reader, id, type);
}

function readInsideGroup(reader: PropertyReader, id: string): RowField | null {
  if (reader.raw('type') !== 'group') {
    const type = reader.oneOf('type', rowTypes);
    if (type === null && reader.raw('type') === null) reader.missing('type');
    return type === null ? null : readRowField(reader, id, type);
  }
  reader.reading.error(reader.path, {
    sv: 'En grupp kan inte stå i en grupp. Lägg den på en egen plats på sidan.',
    en: 'A group cannot stand in a group. Give it a place of its own on the page.',
  });
  return null;
}

const labelled: ReadonlySet<FieldType> = new Set(
  types.filter((type) => type !== 'information' && type !== 'unsupported'),
);

function readElement(reader: PropertyReader, id: string, type: FieldType) {
  return {
    id,
    label: labelled.has(type) ? reader.needText('label', 300) : (reader.text('label', 300) ?? {}),
    help: reader.text('help', 2000),
    noun: reader.text('noun', 80),
    required: reader.flag('required'),
    showIf: readCondition(reader, 'showIf'),
    hidden: reader.flag('hidden'),
  };
}

function readRowField(reader: PropertyReader, id: string, type: RowField['type']): RowField {
  const element = readElement(reader, id, type);
  switch (type) {
    case 'short-text':
      return {
        ...element,
        type,
        maxLength: reader.wholeNumber('maxLength', 1, 500) ?? 200,
        pattern: reader.oneOf('pattern', textPatterns),
      };
    case 'long-text':
      return {
        ...element,
        type,
        maxLength: reader.wholeNumber('maxLength', 1, largest.textAnswer) ?? largest.textAnswer,
        maxWords: reader.wholeNumber('maxWords', 1, 5000),
      };
    case 'number':
      return {
        ...element,
        type,
        min: readLimit(reader, 'min'),
        max: readLimit(reader, 'max'),
        decimals: reader.wholeNumber('decimals', 0, 6) ?? 0,
        unit: reader.text('unit', 30),
      };
    case 'date':
      return {
        ...element,
        type,
        earliest: readDayLimit(reader, 'earliest'),
        latest: readDayLimit(reader, 'latest'),
      };
    case 'choice':
      return { ...element, type, options: readOptions(reader) };
    case 'choices':
      return {
        ...element,
        type,
        options: readOptions(reader),
        min: readLimit(reader, 'min'),
        max: readLimit(reader, 'max'),
      };
    case 'personal-number':
      return {
        ...element,
        type,
        coordination: reader.raw('coordination') === null || reader.flag('coordination'),
      };
    case 'file':
      return readFile(reader, element);
    case 'information':
      return { ...element, type, text: readInformation(reader, element.label) };
    case 'unsupported':
      return { ...element, type, source: reader.raw('source') };
    case 'yes-no':
    case 'email':
    case 'phone':
      return { ...element, type };
    case 'address':
      return { ...element, type, abroad: reader.flag('abroad') };
  }
}

function readInformation(reader: PropertyReader, label: Readonly<Record<string, string>>) {
  const text = reader.text('text');
  if (text === null && Object.keys(label).length === 0) reader.missing('text');
  return text;
}

function readFile(reader: PropertyReader, element: ReturnType<typeof readElement>): RowField {
  const accept = reader.list('accept', fileFormats.length).flatMap((wanted, index) => {
    const found = fileFormats.find((format) => format === wanted);
    if (found === undefined) {
      const path = `${reader.at('accept')}/${index}`;
      reader.reading.error(path, say.notAmong(String(wanted), fileFormats, undefined), String(wanted));
      return [];
    }
    return [found];
  });
  const minFiles = reader.wholeNumber('minFiles', 1, 50) ?? (element.required ? 1 : 0);
  const maxFiles = reader.wholeNumber('maxFiles', 1, 50) ?? Math.max(5, minFiles);
  if (minFiles > maxFiles) reader.reading.error(reader.at('maxFiles'), minAboveMax);
  return {
    ...element,
    type: 'file',
    accept: accept.length > 0 ? accept : standardFormats,
    maxMegabytes: reader.wholeNumber('maxMegabytes', 1, mostMegabytes) ?? mostMegabytes,
    minFiles,
    maxFiles,
  };
}

const minAboveMax = {
  sv: 'Det minsta är större än det största. Ändra ett av dem.',
  en: 'The least is more than the most. Change one of them.',
};

function readGroup(reader: PropertyReader, id: string): Group {
  const element = readElement(reader, id, 'group');
  const fields = reader.elements('fields', largest.fields, readInsideGroup).filter((field) => field !== null);
  if (fields.length === 0)
    reader.reading.error(reader.at('fields'), say.empty({ sv: 'Frågor', en: 'questions' }));
  const min = readLimit(reader, 'min') ?? (element.required ? 1 : 0);
  const max = readLimit(reader, 'max') ?? largest.rows;
  if (typeof min === 'number' && typeof max === 'number' && (min > max || max > largest.rows || min < 0)) {
    reader.reading.error(
      reader.at('max'),
      say.notNumber(typeof min === 'number' ? Math.max(0, min) : 0, largest.rows),
    );
  }
  const itemTitle = reader.text('itemTitle', 80) ?? element.label;
  return { ...element, type: 'group', fields, min, max, itemTitle };
}
