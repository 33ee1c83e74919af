import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { after, test } from 'node:test';
import { testDatabase } from '../../../tests/support/database.ts';
import { waitFor } from '../../../tests/support/wait.ts';
import { systemClock } from '../clock.ts';
import { startWorkers } from '../jobs/index.ts';
import {
  demoTransport,
  findDemoMail,
  findDemoMails,
  queueMail,
  sendMails,
  smtpTransport,
  type Mail,
} from './index.ts';

const database = await testDatabase();
const { db } = database;
const scope = { organisation: 'harnosand', person: null };
const workers = await startWorkers({
  url: database.jobsUrl,
  tasks: [sendMails({ db, transport: demoTransport(db), clock: systemClock })],
  say: () => undefined,
});
after(async () => {
  await workers.stop();
  await database.close();
});

const mail = (n: number): Mail => ({
  id: `01980000-0000-7000-8000-00000000000${n}`,
  organisation: 'harnosand',
  to: 'astrid@example.se',
  subject: 'Ditt ärende är avgjort',
  text: 'Läs beslutet när du är inloggad.',
  language: 'sv',
  at: new Date('2026-11-23T10:00:00Z'),
});

test('a letter of the demo world reaches the mailbox once, and its content leaves the queue', async () => {
  await db.transaction(scope, (tx) => queueMail(tx, mail(1)));
  const find = () =>
    db.transaction({ organisation: null, person: null }, async (tx) => {
      const { mails } = await findDemoMails(tx, { search: mail(1).to, page: 1, perPage: 25 });
      return mails;
    });
  await waitFor(async () => (await find()).length === 1);
  assert.deepEqual(
    (await find()).map(({ to, subject, text }) => ({ to, subject, text })),
    [{ to: mail(1).to, subject: mail(1).subject, text: mail(1).text }],
  );
  await demoTransport(db).send(mail(1));
  assert.equal((await find()).length, 1);
  await waitFor(async () => (await findQueued()).every((row) => row.sent_at !== null && row.text === ''));
});

const search = (words: string, page: number) =>
  db.transaction({ organisation: null, person: null }, (tx) =>
    findDemoMails(tx, { search: words, page, perPage: 25 }),
  );
const open = (id: string) =>
  db.transaction({ organisation: null, person: null }, (tx) => findDemoMail(tx, id));

test('letters of the demo world come a page at a time, and are found by words', async () => {
  const many = Array.from({ length: 230 }, (_, n): Mail => ({
    ...mail(1),
    id: `01980000-0000-7000-8000-1000000${String(n).padStart(5, '0')}`,
    to: `person-${n}@example.com`,
    subject: n === 3 ? '100 % klart' : 'Brev',
    language: n === 3 ? 'en' : 'sv',
    at: new Date(Date.UTC(2026, 0, 1) + n * 60_000),
  }));
  for (const one of many) await demoTransport(db).send(one);
  const last = await search('@example.com', 10);
  assert.equal(last.total, 230);
  assert.deepEqual(
    last.mails.map(({ to }) => to),
    [
      'person-4@example.com',
      'person-3@example.com',
      'person-2@example.com',
      'person-1@example.com',
      'person-0@example.com',
    ],
  );
  assert.deepEqual(
    (await search('100 %', 1)).mails.map(({ to, language }) => [to, language]),
    [['person-3@example.com', 'en']],
  );
  assert.equal((await search('PERSON-229', 1)).total, 1);
  assert.equal((await search('x_y', 1)).total, 0, 'a sign of the pattern is only a sign');
  assert.equal((await open(many[3]?.id ?? ''))?.subject, '100 % klart');
  assert.equal(await open('inte-ett-id'), null);
});

test('a letter of a transaction that is undone is never sent', async () => {
  const undone = db.transaction(scope, async (tx) => {
    await queueMail(tx, mail(2));
    throw new Error('no');
  });
  await assert.rejects(undone, /no/);
  assert.ok((await findQueued()).every((row) => row.id !== mail(2).id));
});

test('a letter leaves by SMTP with its id, language and Swedish letters intact', async (t) => {
  const received: string[] = [];
  const server = createServer((socket) => converse(socket, received)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  await smtpTransport(`smtp://127.0.0.1:${address.port}`, 'Kommons <kommons@example.se>').send(mail(3));
  const letter = received.join('\n');
  assert.match(letter, new RegExp(`^Message-ID: <${mail(3).id}@example.se>$`, 'im'));
  assert.match(letter, /^Content-Language: sv$/im);
  assert.match(letter, /^To: astrid@example\.se$/im);
  assert.match(letter, /L=C3=A4s beslutet/);
});

function findQueued() {
  return db.transaction(scope, (tx) =>
    tx.selectFrom('platform.mails').select(['id', 'text', 'sent_at']).execute(),
  );
}

/** As little of RFC 5321 as a sender needs to hand over one letter. */
function converse(socket: Socket, received: string[]): void {
  let inLetter = false;
  socket.write('220 test\r\n');
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    for (const line of chunk.split('\r\n')) {
      if (inLetter && line === '.') {
        inLetter = false;
        socket.write('250 kept\r\n');
      } else if (inLetter) received.push(line);
      else if (line.startsWith('DATA')) {
        inLetter = true;
        socket.write('354 go on\r\n');
      } else if (line.startsWith('QUIT')) socket.end('221 bye\r\n');
      else if (line !== '') socket.write('250 ok\r\n');
    }
  });
}
