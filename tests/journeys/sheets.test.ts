import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { utils, write } from '@e965/xlsx';
import { sql } from 'kysely';
import { composeTasks } from '../../src/main-app.ts';
import { deleteOldSheets } from '../../src/modules/systems/index.ts';
import type { Db } from '../../src/platform/db/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { upload } from '../support/upload.ts';
import type { Shown, Visitor } from '../support/visitor.ts';

/* Systems from a spreadsheet: pasted or sent, asked about, looked at, and only then taken in. */

const organisation = 'bjurholm';
const who = `strategist@${organisation}`;
const base = `/arbete/${organisation}/system`;
const at = `${base}/fran-kalkylblad`;

let kommons: TestApp;
let visitor: Visitor;

before(async () => {
  kommons = await testApp();
  visitor = kommons.visitor(who);
});
after(() => kommons.close());

const inDatabase = async <T>(query: ReturnType<typeof sql<T>>): Promise<readonly T[]> => {
  const { rows } = await kommons.database.db.transaction({ organisation, person: null }, (tx) =>
    query.execute(tx),
  );
  return rows;
};

const changesSoFar = async (): Promise<number> => {
  const [row] = await inDatabase(sql<{ n: number }>`select count(*)::int as n from systems.usage_changes`);
  return row?.n ?? 0;
};

const paste = async (rows: readonly string[], by: Visitor = visitor): Promise<Shown> =>
  by.send(await by.open(at), '/fran-kalkylblad', { klistrat: rows.join('\n') });

const send = async (bytes: Uint8Array, name: string): Promise<Shown> => {
  const answer = await upload(kommons, who, await visitor.open(at), {
    action: '/fran-kalkylblad',
    files: [{ field: 'fil', name, bytes }],
  });
  if (answer.statusCode !== 303)
    return { status: answer.statusCode, address: at, html: answer.body, text: answer.body };
  return visitor.open(String(answer.headers.location));
};

const many = Array.from({ length: 2300 }, (_, n) => `Hypergene\tEnhet nummer ${n}`);

/** A database that is gone after so many transactions. */
const stoppingAfter = (most: number): Db => {
  const { db } = kommons.ground;
  let begun = 0;
  return {
    ...db,
    transaction: async (scope, work) => {
      begun += 1;
      if (begun > most) throw new Error('stopped');
      return db.transaction(scope, work);
    },
  };
};

const actor = '018f0000-0000-7000-8000-00000000000a';

const run = async (sheet: string, db = kommons.ground.db): Promise<void> => {
  const task = composeTasks({ ...kommons.ground, db }, kommons.database.ownerUrl).find(
    ({ name }) => name === 'systems.take-in-sheet',
  );
  assert.ok(task);
  await task.run({ organisation, sheet, actor });
};

const usages = async (): Promise<number> => {
  const [row] = await inDatabase(
    sql<{ n: number }>`select count(*)::int as n from systems.usages where removed_at is null`,
  );
  return row?.n ?? 0;
};

const sheetOf = ({ address }: Shown): string => /fran-kalkylblad\/([\da-f-]{36})/.exec(address)?.[1] ?? '';

const workbook = (sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>): Buffer => {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  }
  const bytes: unknown = write(book, { type: 'buffer', bookType: 'xlsx' });
  assert.ok(Buffer.isBuffer(bytes));
  return bytes;
};

const storedSheets = () => inDatabase(sql<{ id: string }>`select id from systems.sheets`);

suite('ten systems in ten minutes', () => {
  /** Every field typed, choice made and button pressed. */
  let actions = 0;
  const act = async (page: Shown, action: string, answers: Readonly<Record<string, string>> = {}) => {
    actions += Object.keys(answers).length + 1;
    return visitor.send(page, action, answers);
  };

  const rows = [
    'Systemförteckning Bjurholm',
    '',
    'System\tLeverantör\tSystemägare\tKontaktperson\tAvtalstid\tKostnad per år\tPersonuppgifter\tAntal anv\tFärg',
    'Procapita\t\tSkolchefen\tSystemförvaltaren\t31/12 2027\t120 000 kr\tJa\tca 120\tblå',
    'Treserva\t\tSocialchefen\t\t2028-06-30\t310 000\tkänsliga\t85',
    'ByggR\t\t\t\t31 dec 2027\t45000\tja\t12',
    'Microsoft 365\t\t\t\t\t\t\t400',
    'Hypergene\t\tEkonomichefen',
    'Unikum\t',
    'Vårt eget körjournalsprogram\tEgen utveckling AB\t\t\t\t\tnej\t4',
    'Byggreda\t\tByggchefen',
    'EDP Vision\t\t\t\t2027-02-30',
    'Antura Projects\t\t',
  ];
  let page: Shown;

  test('only doubts are asked: what one column means, and two names', async () => {
    page = await act(await visitor.open(at), '/fran-kalkylblad', { klistrat: rows.join('\n') });
    assert.match(page.text, /Vad betyder kolumnerna.*Avtalstid Till exempel: 31\/12 2027/);
    page = await act(page, '/kolumner');
    assert.match(page.text, /Vilka system menas/);
    assert.match(page.text, /Vårt eget körjournalsprogram, Egen utveckling AB Rad 10/);
    assert.doesNotMatch(page.text, /Treserva/, 'what is known is not asked');
    const unanswered = await visitor.send(page, '/produkter');
    assert.equal(unanswered.status, 422, 'nothing is guessed where it is not likely');
    assert.match(unanswered.text, /Byggreda Rad 11 Fel: Välj vad som menas/);
    page = await act(page, '/produkter', { 'namn-1': '+' });
    assert.match(page.text, /Det här händer/);
  });

  test('nothing stands in the register before it is taken in, and what is wrong is told by row', async () => {
    assert.equal(await changesSoFar(), 0);
    assert.match(page.text, /9 nya system/);
    assert.match(page.text, /12 EDP Vision Avtalstid ”2027-02-30” Det är ingen hel dag\. Skriv till exempel/);
    assert.match(page.text, /Färg: ingen motsvarighet vald/);
    const faults = await visitor.raw('GET', page.address.replace(/\?.*$/, '').concat('/fel.csv'));
    assert.match(faults.body, /12;EDP Vision;Avtalstid;2027-02-30;Det är ingen hel dag/);
  });

  test('the rows can be taken without what is wrong, and then stand in the register', async () => {
    page = await act(page, '/svar');
    assert.match(page.text, /10 nya system.*Uppgifter som utelämnas/);
    page = await act(page, '/ta-in');
    assert.match(page.text, /10.system är intagna 10 nya\./);
    assert.ok(actions <= 12, `it took ${actions} actions`);
    assert.equal(await changesSoFar(), 10);
    const list = await visitor.open(base);
    for (const name of ['Procapita', 'Treserva', 'Vårt eget körjournalsprogram'])
      assert.ok(list.text.includes(name));
  });

  test('the facts are those of the sheet, typed as their fields', async () => {
    const [row] = await inDatabase(
      sql<{ facts: unknown }>`select facts from systems.usages where facts ->> 'owner' = 'Skolchefen'`,
    );
    assert.deepEqual(row?.facts, {
      status: 'in-use',
      users: '50-199',
      owner: 'Skolchefen',
      contact: 'Systemförvaltaren',
      contractEnds: '2027-12-31',
      price: 120_000,
      personalData: 'ordinary',
    });
  });

  test('taken in again the same sheet changes nothing, and its column is not asked about', async () => {
    const again = await paste(rows.filter((row) => !row.startsWith('EDP')));
    assert.match(again.text, /Det här händer/);
    assert.match(again.text, /9.system står redan så/);
    assert.doesNotMatch(again.text, /Ta in \d/);
    assert.match(again.text, /1.system står inte i kalkylbladet.*De är kvar i registret/);
  });

  test('everything is undone as one', async () => {
    const [row] = await inDatabase(
      sql<{ batch: string }>`select batch from systems.usage_changes group by batch having count(*) = 10`,
    );
    assert.ok(row);
    await visitor.send(await visitor.open(`${base}/andringar/${row.batch}`), '/angra');
    const left = await inDatabase(
      sql<{ id: string }>`select id from systems.usages where removed_at is null`,
    );
    assert.deepEqual(left, []);
  });
});

suite('a sheet of ours', () => {
  let exported = '';

  const edit = (from: string, to: string): Buffer => {
    assert.ok(exported.includes(from));
    return Buffer.from(exported.replace(from, to));
  };

  before(async () => {
    const page = await paste([
      'System\tÄgare\tPris per år',
      'Treserva\t=Socialchefen\t100',
      'ByggR\tByggchefen\t200',
      'Unikum\t\t',
    ]);
    await visitor.send(page, '/ta-in');
    exported = (await visitor.raw('GET', `${base}/export.csv`)).body;
  });

  test('holds no live formula, and read as it is it changes nothing', async () => {
    assert.match((await visitor.open(at)).html, new RegExp(`href="${base}/export\\.csv"`));
    assert.match(exported, /;'=Socialchefen;/);
    for (const name of ['csv', 'xlsx'] as const) {
      const { body } = await visitor.raw('GET', `${base}/export.csv`);
      const page = await send(Buffer.from(body), `system.${name}`);
      assert.match(page.text, /3.system står redan så/);
      assert.match(page.text, /Allt i kalkylbladet står redan så/);
    }
  });

  test('with one row edited it gives exactly one change', async () => {
    const before = await changesSoFar();
    const page = await send(edit('Byggchefen', 'Samhällsbyggnadschefen'), 'system.csv');
    assert.match(page.text, /1.system ändras.*Ägare: Byggchefen → Samhällsbyggnadschefen/);
    await visitor.send(page, '/ta-in');
    assert.equal(await changesSoFar(), before + 1);
    const [last] = await inDatabase(sql<{ kind: string; was: unknown; became: unknown }>`
      select kind, was, became from systems.usage_changes where kind = 'changed' order by at desc, n desc limit 1`);
    assert.deepEqual(last, {
      kind: 'changed',
      was: { owner: 'Byggchefen' },
      became: { owner: 'Samhällsbyggnadschefen' },
    });
  });

  test('an edit of what has been changed since is asked about and never overwrites', async () => {
    const page = await send(edit(';200;', ';250;'), 'system.csv');
    assert.match(page.text, /Ändrat av någon annan sedan bladet togs ut/);
    assert.match(page.text, /Ägare: Samhällsbyggnadschefen → Byggchefen · Pris per år: 200.kr → 250.kr/);
    assert.doesNotMatch(page.text, /Ta in \d/);
    const [name] = /val-[\da-f-]{36}/.exec(page.html) ?? [];
    assert.ok(name);
    const chosen = await visitor.send(page, '/svar', { [name]: 'ta' });
    assert.match(chosen.text, /Ta in 1.system/);
  });

  test('what has changed between the look and the press is looked at again', async () => {
    const page = await send(edit('=Socialchefen', 'Vårdchefen'), 'system.csv');
    const other = await send(edit('=Socialchefen', 'Omsorgschefen'), 'system.csv');
    await visitor.send(other, '/ta-in');
    const late = await visitor.send(page, '/ta-in');
    assert.equal(late.status, 409);
    assert.match(late.text, /Något har ändrats sedan ni såg sidan/);
  });

  test('is JSON by the fields’ own ids, and a workbook', async () => {
    const json: unknown = JSON.parse((await visitor.raw('GET', `${base}/export.json`)).body);
    assert.match(JSON.stringify(json), /"price":200/);
    const { headers } = await visitor.raw('GET', `${base}/export.xlsx`);
    assert.match(String(headers['content-type']), /spreadsheetml/);
  });
});

suite('a large sheet', () => {
  test('is taken in by steps, goes on after a stop, and is one batch', async () => {
    const had = await usages();
    const page = await paste(['System\tErt namn på systemet', ...many]);
    assert.match(page.text, /2\s300 nya system/);
    const going = await visitor.send(page, '/ta-in');
    assert.match(going.text, /Systemen tas in 0 procent är klart/);
    assert.equal(await usages(), had);
    const sheet = sheetOf(going);
    // A process that is stopped in the third step: two are done, and another goes on.
    await assert.rejects(run(sheet, stoppingAfter(2)), /stopped/);
    assert.equal(await usages(), had + 1000);
    assert.match((await visitor.open(going.address)).text, /40 procent är klart/);
    await run(sheet);
    await run(sheet);
    assert.equal(await usages(), had + 2300);
    const batch = await inDatabase(sql<{ n: number; actor: string }>`
      select count(*)::int as n, c.actor from systems.usage_changes c join systems.sheets s on s.batch = c.batch
      where s.id = ${sheet} group by c.actor`);
    assert.deepEqual(batch, [{ n: 2300, actor }], 'by whoever takes it in');
    assert.match((await visitor.open(going.address)).text, /2\s300.system är intagna/);
  });

  test('leaves nothing behind when somebody changes one of its systems meanwhile', async () => {
    const { body } = await visitor.raw('GET', `${base}/export.csv`);
    const edited = body.replaceAll(/;Enhet nummer (\d+);/g, ';Enheten $1;');
    const page = await send(Buffer.from(edited), 'system.csv');
    assert.match(page.text, /2\s300.system ändras/);
    const going = await visitor.send(page, '/ta-in');
    await inDatabase(sql`
      update systems.usages set revision = revision + 1
      where id = (select id from systems.usages where facts ->> 'localName' like 'Enhet nummer%' order by id desc limit 1)`);
    await run(sheetOf(going));
    assert.match((await visitor.open(going.address)).text, /Inget togs in/);
    const changed = await inDatabase(
      sql<{
        n: number;
      }>`select count(*)::int as n from systems.usages where facts ->> 'localName' like 'Enheten%'`,
    );
    assert.deepEqual(changed, [{ n: 0 }]);
  });
});

suite('what is sent', () => {
  test('of several sheets with systems one is chosen', async () => {
    const page = await send(
      workbook({
        Skola: [['System'], ['Unikum'], ['Procapita']],
        Vård: [['System'], ['Treserva']],
        Info: [['Hej']],
      }),
      'alla.xlsx',
    );
    assert.match(page.text, /Vilket blad är det\?.*Skola, 2.rader|Skola, 3.rader/);
    const chosen = await visitor.send(page, '/blad', { blad: '1' });
    assert.match(chosen.text, /alla\.xlsx, 1.rad/);
  });

  test('from another register it comes with a report of what has no place here', async () => {
    const page = await send(
      workbook({
        Systemer: [
          ['IT systemnavn', 'Lokalt kaldenavn', 'Livscyklus', 'Antal brugere', 'KLE ID', 'Sidst redigeret'],
          ['Opus', '', 'I drift', '50-100', '83.01.02', '01-02-2024'],
          ['Acadre', 'Sagsystemet', 'Under udfasning', '<10', '', ''],
        ],
      }),
      'kitos.xlsx',
    );
    const asked = /Vilka system menas/.test(page.text) ? await visitor.send(page, '/produkter') : page;
    assert.match(asked.text, /Bladet ser ut att komma från OS2KITOS/);
    assert.match(asked.text, /KLE ID: följer ett annat lands indelning/);
    assert.match(asked.text, /Antal brugere: 50-100 → 50–199/);
    assert.match(asked.text, /Livscyklus: Under udfasning → Avvecklas/);
  });

  const refused: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['no spreadsheet', Buffer.from('%PDF-1.7 hej'), /Filen är inget kalkylblad/],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), /äldre format/],
    ['a damaged one', workbook({ A: [['System'], ['Unikum']] }).subarray(0, 900), /skadad/],
    ['an empty one', Buffer.from(';;\n;;\n'), /Det står inget/],
    [
      'too many columns',
      Buffer.from(Array.from({ length: 300 }, (_, n) => `k${n}`).join(';')),
      /fler än 200 kolumner/,
    ],
  ];
  for (const [name, bytes, said] of refused) {
    test(`${name} is refused with what to do`, async () => {
      const page = await send(bytes, 'x.xlsx');
      assert.equal(page.status, 422);
      assert.match(page.html, said);
    });
  }

  test('what was read waits until it is taken in or thrown away, and goes after 30 days', async () => {
    const page = await paste(['Unikum', 'Det här heter inget annat']);
    assert.match((await visitor.open(at)).text, /Inlästa men inte intagna.*Inklistrat/);
    const now = kommons.clock.now.getTime();
    const had = (await storedSheets()).length;
    await visitor.send(
      page.text.includes('Släng') ? page : await visitor.send(page, '/produkter'),
      '/ta-bort',
    );
    assert.equal((await storedSheets()).length, had - 1);
    for (const [days, left] of [
      [29, had - 1],
      [31, 0],
    ] as const) {
      const at_ = new Date(now + days * 24 * 60 * 60 * 1000);
      await kommons.database.db.transaction({ organisation, person: null }, (tx) =>
        deleteOldSheets(tx, organisation, at_),
      );
      assert.equal((await storedSheets()).length, left);
    }
  });

  test('only those who keep the register may read a sheet into it, and only where they work', async () => {
    const page = await paste(['System', 'Unikum']);
    const to = page.address;
    for (const other of [`case-worker@${organisation}`, 'strategist@hjo']) {
      assert.equal((await kommons.visitor(other).raw('GET', to)).status, 404);
      assert.equal((await kommons.visitor(other).raw('GET', at)).status, 404);
    }
    const theirs = to.replace(organisation, 'hjo');
    assert.equal((await kommons.visitor('strategist@hjo').raw('GET', theirs)).status, 404);
    assert.equal(
      (await kommons.visitor(`supplier@${organisation}`).raw('GET', `${base}/export.json`)).status,
      404,
    );
  });
});
