import { isTaskKey } from '../tasks.ts';
import type { Target, TargetKind } from '../model.ts';
import type { PropertyReader } from '../../../../kernel/reading/index.ts';

export const targetKinds = [
  'service',
  'page',
  'field',
  'guide',
  'web',
] as const satisfies readonly TargetKind[];

/** The parameter that an address is left to: `{delegationsordning}`. */
export function placeIn(address: string): string | null {
  return /^\{([^{}|\s]+)\}$/u.exec(address)?.[1] ?? null;
}

/** Reads where a link leads; null where that cannot be told, which is reported. */
export function readTarget(reader: PropertyReader): Target | null {
  const to = reader.object('to');
  if (to === null) {
    if (reader.raw('to') === null) reader.missing('to');
    return null;
  }
  const kind = to.oneOf('kind', targetKinds);
  if (kind === null) {
    if (to.raw('kind') === null) to.missing('kind');
    return null;
  }
  const target = readKind(to, kind);
  to.finish();
  return target;
}

function readKind(to: PropertyReader, kind: TargetKind): Target {
  switch (kind) {
    case 'service':
      return { kind, work: need(to, 'work') };
    case 'page':
      return { kind, address: readPage(to) };
    case 'field':
      return { kind, work: need(to, 'work'), field: need(to, 'field') };
    case 'guide':
      return { kind, work: need(to, 'work'), step: to.string('step') };
    case 'web':
      return { kind, address: readWeb(to) };
  }
}

export function need(reader: PropertyReader, key: string): string {
  const text = reader.string(key);
  if (text === null && reader.raw(key) === null) reader.missing(key);
  return text ?? '';
}

function readPage(to: PropertyReader): string {
  const address = need(to, 'address');
  if (address !== '' && !isTaskKey(`page:${address}`)) {
    to.reading.error(
      to.at('address'),
      {
        sv: 'Skriv sidans adress som i Kommons, till exempel "/arbete/:organisation/arenden".',
        en: 'Write the address of the page as in Kommons, for example "/arbete/:organisation/arenden".',
      },
      address,
    );
  }
  return address;
}

function readWeb(to: PropertyReader): string {
  const address = need(to, 'address');
  if (address !== '' && placeIn(address) === null && !/^https:\/\/[^\s{}]+$/u.test(address)) {
    to.reading.error(
      to.at('address'),
      {
        sv: 'Länken ska börja med https:// eller vara en lokal uppgift, till exempel "{intranat}".',
        en: 'The link should begin with https:// or be a local fact, for example "{intranat}".',
      },
      address,
    );
  }
  return address;
}
