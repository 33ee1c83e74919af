import { multipart } from '../multipart.ts';
import { pick, whole, type Random } from '../random.ts';
import { asForm } from '../samples.ts';
import { hostileText, hostileValue, spoil } from './values.ts';

/** A request that the application would understand, about to be spoilt. */
export type Sound = {
  readonly method: string;
  readonly url: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
};

/** Bytes for the wire, and what was done to them. */
export type Message = {
  /** `wire` may be half a message. */
  readonly kind: string;
  readonly bytes: Buffer;
};

type Head = Readonly<Record<string, string>>;

/** Header text may hold any bytes but those that end a line, else it is another header. */
const inLine = (text: string): string => text.replaceAll(/[\r\n]/g, ' ').slice(0, 6000);

function write(method: string, url: string, headers: Head, body: Buffer | string = ''): Buffer {
  const content = Buffer.from(body);
  const all: Head = { host: '127.0.0.1', connection: 'close', ...headers };
  const length = method === 'GET' && content.length === 0 ? {} : { 'content-length': String(content.length) };
  const lines = Object.entries({ ...length, ...all }).map(([name, value]) => `${name}: ${value}`);
  const head = `${method} ${url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), content]);
}

const escapeUrl = (text: string): string => encodeURIComponent(text.toWellFormed()).slice(0, 12_000);

/** Raw text in an address, where only what would end the request line is taken out. */
const rawUrl = (text: string): string => text.replaceAll(/[\s\0]/g, '_').slice(0, 7000);

type Spoiling = (random: Random, sound: Sound) => Buffer;

const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const writing = (method: string): string => (method === 'GET' ? 'POST' : method);

const path: Spoiling = (random, { method, url, headers }) => {
  const parts = url.split('/');
  const at = 1 + whole(random, parts.length - 1);
  const text = hostileText(random);
  parts[at] = random() < 0.7 ? escapeUrl(text) : rawUrl(text);
  return write(method, parts.join('/') || '/', headers);
};

const query: Spoiling = (random, { method, url, headers }) => {
  const pair = (): string => {
    const name = pick(random, [
      'q',
      'page',
      'sida',
      'fran',
      'till',
      'a[]',
      'a[b][c]',
      '__proto__[x]',
      hostileText(random),
    ]);
    return `${escapeUrl(name)}=${escapeUrl(hostileText(random))}`;
  };
  const pairs = Array.from({ length: 1 + whole(random, 12) }, pair).join(
    pick(random, ['&', '&&', ';', '&=&']),
  );
  return write(method, `${url.split('?')[0] ?? '/'}?${pairs.slice(0, 12_000)}`, headers);
};

const jsonValue: Spoiling = (random, { method, url, fields, headers }) =>
  write(writing(method), url, { ...headers, ...json }, JSON.stringify(spoil(random, fields)));

const jsonText: Spoiling = (random, { method, url, fields, headers }) => {
  const good = JSON.stringify(fields);
  const bad = pick(random, [
    good.slice(0, whole(random, good.length)),
    `${good}${good}`,
    `\uFEFF${good}`,
    good.replaceAll('"', "'"),
    `{"__proto__":{"admin":true},${good.slice(1)}`,
    `{"constructor":{"prototype":{"x":1}},"a":1,"a":2,${good.slice(1)}`,
    '{"a":"\\ud800"}',
    '{"text":"\\u0000","message":"\\u0000","values":{"a":"\\u0000"},"answers":{"vad":"\\u0000"}}',
    '['.repeat(20_000),
    `{"a":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`,
    JSON.stringify(hostileValue(random)),
    '1e999999',
    'null',
    '"',
    '',
    '\xFF\xFE',
  ]);
  return write(
    writing(method),
    url,
    { ...headers, ...json },
    Buffer.from(bad, random() < 0.2 ? 'latin1' : 'utf8'),
  );
};

const formBody: Spoiling = (random, { method, url, fields, headers }) => {
  const good = asForm(
    Object.fromEntries(Object.entries(spoil(random, fields)).map(([name, value]) => [name, toText(value)])),
  );
  const bad = pick(random, [
    good,
    `${good}&${good}`,
    `${good}&%=%&=&&%ff=%ff`,
    `__proto__[x]=1&constructor[prototype][x]=1&${good}`,
    Array.from({ length: 5000 }, (_, index) => `f${index}=${index}`).join('&'),
    `${escapeUrl(hostileText(random))}=${escapeUrl(hostileText(random))}`,
    `_key=${escapeUrl(hostileText(random))}&${good}`,
    Buffer.from([0xff, 0xfe, 0x00, 0x3d, 0x80]).toString('latin1'),
  ]);
  return write(
    writing(method),
    url,
    { ...headers, ...form },
    Buffer.from(bad, random() < 0.3 ? 'latin1' : 'utf8'),
  );
};

const toText = (value: unknown): string =>
  (typeof value === 'string' ? value.toWellFormed() : JSON.stringify(value ?? null)).slice(0, 20_000);

const parts: Spoiling = (random, { method, url, fields, headers }) => {
  const given = Object.keys(fields).map((name) => ({ name, content: hostileText(random) }));
  const file = {
    name: 'bilaga',
    filename: inLine(hostileText(random)).replaceAll('"', ''),
    content: hostileText(random),
  };
  const { type, body } = multipart([...given, file]);
  const bad = pick(random, [
    body,
    body.slice(0, whole(random, body.length)),
    body.replaceAll('\r\n', '\n'),
    body.replaceAll('name=', 'namn='),
    body.replaceAll('form-data', 'attachment'),
    `${body}${body}`,
    body.replace('Content-Disposition', `X: ${'y'.repeat(90_000)}\r\nContent-Disposition`),
    body.replace('name="bilaga"', 'name="__proto__"'),
    body.replaceAll('; filename', "; filename*=UTF-8''%ff%00; filename"),
    '',
    '--',
  ]);
  const as = pick(random, [
    type,
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary="',
    'multipart/mixed; boundary=x',
    `${type}${'x'.repeat(300)}`,
  ]);
  return write(writing(method), url, { ...headers, 'content-type': as }, bad);
};

const headerValues: Spoiling = (random, { method, url, fields, headers }) => {
  const name = pick(random, [
    'cookie',
    'authorization',
    'idempotency-key',
    'accept',
    'accept-encoding',
    'accept-language',
    'content-type',
    'host',
    'origin',
    'referer',
    'if-none-match',
    'range',
    'x-forwarded-for',
    'x-forwarded-host',
    'sec-fetch-site',
    'upgrade',
    'expect',
    'content-encoding',
  ]);
  const value = pick(random, [
    inLine(hostileText(random)),
    'x'.repeat(20_000),
    'bytes=0-,-1',
    'Bearer a.b.c',
    '__Host-kommons=%00',
    'a=b; '.repeat(900),
    'br;q=NaN, gzip;q=-1',
    'text/plain',
    'application/json; charset=utf-99',
    '*/*, '.repeat(500),
  ]);
  return write(method, url, { ...headers, [name]: value }, method === 'GET' ? '' : JSON.stringify(fields));
};

const verbs: Spoiling = (random, { url, headers }) =>
  write(
    pick(random, ['PATCH', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND', 'get', 'GÖR', 'X'.repeat(200), 'DELETE']),
    url,
    headers,
  );

/** Whole messages that are no HTTP, or two that disagree (RFC 9112, sections 6 and 11). */
const wire: Spoiling = (random, { method, url, headers }) => {
  const authorization = Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  const head = `${writing(method)} ${url} HTTP/1.1\r\nhost: x\r\n${authorization}content-type: application/json\r\n`;
  return Buffer.from(
    pick(random, [
      `${head}transfer-encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n`,
      `${head}transfer-encoding: chunked\r\n\r\n-1\r\n{}\r\n0\r\n\r\n`,
      `${head}transfer-encoding: chunked\r\n\r\nffffffffffffffff\r\n{}`,
      `${head}transfer-encoding: chunked\r\ncontent-length: 4\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n`,
      `${head}content-length: 4\r\ncontent-length: 9\r\n\r\n{}{}`,
      `${head}content-length: -5\r\n\r\n{}`,
      `${head}content-length: 5x\r\n\r\n{}`,
      `${head}content-length: 500\r\n\r\n{}`,
      `${head}transfer-encoding: identity, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
      `${head}transfer-encoding : chunked\r\n\r\n0\r\n\r\n`,
      `${head}x: a\r\n b\r\n\r\n`,
      `${head}\0: a\r\n\r\n`,
      `${head}${'x-a: b\r\n'.repeat(3000)}\r\n`,
      `${method} ${url}\r\n\r\n`,
      `${method} ${url} HTTP/9.9\r\n\r\n`,
      `${method} http://other.example${url} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`,
      `CONNECT 127.0.0.1:22 HTTP/1.1\r\nhost: x\r\n\r\n`,
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      `GET * HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`,
      `GET ${'/a'.repeat(9000)} HTTP/1.1\r\nhost: x\r\n\r\n`,
      '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
      '\r\n\r\n\r\n',
      '\0'.repeat(500),
      `GET ${url} HTTP/1.1\nhost: x\nconnection: close\n\n`,
    ]),
    'latin1',
  );
};

const kinds: readonly (readonly [string, Spoiling])[] = [
  ['address', path],
  ['query', query],
  ['JSON value', jsonValue],
  ['JSON value', jsonValue],
  ['JSON text', jsonText],
  ['form', formBody],
  ['multipart', parts],
  ['header', headerValues],
  ['method', verbs],
  ['wire', wire],
];

/** Spoils a sound request in one of the ways, drawn by the seed. */
export function malform(random: Random, sound: Sound): Message {
  const [kind, spoiling] = pick(random, kinds);
  return { kind, bytes: spoiling(random, sound) };
}
