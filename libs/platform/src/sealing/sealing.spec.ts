import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Database } from '../database/database.js';
import { createLogger } from '../log/logger.js';
import { FieldKeys1798500000000 } from '../migrations/field-keys.migration.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { ManualClock } from '../time/clock.js';
import { FieldCipher } from './field-cipher.js';
import { FieldKeyRegister, prepareFieldKeys, requireFieldKeys } from './field-key-register.js';
import { givenKeys, KeyFile, type FieldKeys } from './field-keys.js';
import { keyRingText, parseKeyRing } from './key-ring.rules.js';
import { Resealing } from './resealing.js';
import { sealAlgorithmNames } from './seal-algorithms.js';
import { sealedRow, type SealedTable } from './sealed-table.js';

class CreatePerson1798500000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA sample;
      CREATE TABLE sample.person (id uuid PRIMARY KEY, name text, name_index text,
        sealed_with text REFERENCES platform.field_key)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA sample CASCADE');
  }
}

const people: SealedTable = {
  name: 'sample.person',
  columns: ['name'],
  beside: { columns: ['name_index'], of: ({ name = null }, fields) => ({ name_index: fields.blind(name) }) },
};
const clock = new ManualClock('2026-03-02T09:00:00+08:00');
const folder = mkdtempSync(join(tmpdir(), 'lianban-keys-'));
const quiet = { info: () => undefined, error: () => undefined };
let passed = 0;
const fileAt = (name: string) => new KeyFile(join(folder, name, 'field-keys'), () => passed);
const idOf = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a sealed value', () => {
  const place = { table: 'sample.person', column: 'name', row: idOf(1) };

  it.each(sealAlgorithmNames)('opens in its place and nowhere else, with %s', (algorithm) => {
    const fields = new FieldCipher(givenKeys(ringWith(algorithm)));
    const { key, values } = fields.seal(place, { name: '王小明' });

    expect(values.name).toMatch(new RegExp(`^sealed:1:${key}:`, 'u'));
    expect(fields.open(place, values.name)).toBe('王小明');
    expect(fields.seal(place, { name: '王小明' }).values).not.toEqual(values);
    for (const other of [{ table: 'sample.other' }, { column: 'phone' }, { row: idOf(2) }])
      expect(() => fields.open({ ...place, ...other }, values.name)).toThrow(/not what was sealed there/u);
  });

  it.each(sealAlgorithmNames)('tells a changed byte, with %s', (algorithm) => {
    const fields = new FieldCipher(givenKeys(ringWith(algorithm)));
    const sealed = fields.seal(place, { name: '王小明' }).values.name ?? '';
    const data = Buffer.from(sealed.split(':').at(-1) ?? '', 'base64url');
    for (let at = 0; at < data.length; at += 1) {
      const changed = Buffer.from(data);
      changed.writeUInt8(data.readUInt8(at) ^ 1, at);
      const forged = sealed.replace(/[^:]+$/u, changed.toString('base64url'));
      expect(() => fields.open(place, forged)).toThrow(expect.objectContaining({ code: 'field-seal-broken' }));
    }
  });

  it('without its key is an error that names the key, and with another key of its name too', () => {
    const sealed = new FieldCipher(givenKeys(ringWith('aes-256-gcm', 'k1'))).seal(place, { name: '王小明' }).values
      .name;
    const other = new FieldCipher(givenKeys(ringWith('aes-256-gcm', 'k2', 7)));
    const wrong = new FieldCipher(givenKeys(ringWith('aes-256-gcm', 'k1', 7)));

    expect(() => other.open(place, sealed)).toThrow(/sealed with key k1, which is not in LIANBAN_FIELD_KEYS/u);
    expect(() => wrong.open(place, sealed)).toThrow(expect.objectContaining({ code: 'field-seal-broken' }));
  });

  it('from before there were keys is what it says, and nothing stays nothing', () => {
    const fields = new FieldCipher(givenKeys(ringWith('aes-256-gcm')));
    expect([fields.open(place, '王小明'), fields.open(place, null)]).toEqual(['王小明', null]);
    expect(fields.seal(place, { name: null }).values).toEqual({ name: null });
  });

  it('is found by an index that another installation cannot make', () => {
    const [one, same, other] = [1, 1, 2].map((fill) => new FieldCipher(givenKeys(ringWith('aes-256-gcm', 'k1', fill))));
    expect(one?.blind('13800001234')).toBe(same?.blind('13800001234'));
    expect(one?.blind('13800001234')).not.toBe(other?.blind('13800001234'));
  });
});

describe('keys', () => {
  it('are none where one is too short, unknown, named twice, or the index is missing', () => {
    const text = keyRingText(ringWith('aes-256-gcm', 'k1'));
    const [key = '', index = ''] = text.split('\n');

    expect(parseKeyRing(`${key}, ${index}`)).toEqual(ringWith('aes-256-gcm', 'k1'));
    for (const wrong of [key, index, `${key} ${key} ${index}`, text.replace('aes-256-gcm', 'rot13'), text.slice(0, -2)])
      expect(parseKeyRing(wrong)).toBeUndefined();
  });

  it('lie in a file that only its owner reads', async () => {
    const file = fileAt('own');
    expect(file.read()).toBeUndefined();
    expect(await file.create()).toEqual(file.read());
    expect(statSync(file.place).mode & 0o777).toBe(0o600);
    writeFileSync(file.place, 'k1:aes-256-gcm:short\n');
    expect(() => file.read(true)).toThrow(/holds no keys: expected lines like/u);
  });
});

describe('the keys of a database', () => {
  let test: TestDatabase;
  let database: Database;
  let keys: FieldKeys;
  let register: FieldKeyRegister;
  let resealing: Resealing;

  beforeAll(async () => {
    test = await createTestDatabase({ entities: [], migrations: [FieldKeys1798500000000, CreatePerson1798500000009] });
    keys = fileAt('one');
    database = open(keys);
    register = new FieldKeyRegister(database, [people], clock);
    resealing = new Resealing(database, [people], quiet);
  });

  afterAll(async () => await test?.drop());

  it('are made once, and whoever lacks them or has others does not start', async () => {
    await requireFieldKeys(database);
    expect(keys.read(true)).toBeUndefined();
    await prepareFieldKeys(database, clock);
    await prepareFieldKeys(open(fileAt('one')), clock);
    const ring = keys.read();

    await expect(prepareFieldKeys(open(fileAt('empty')), clock)).rejects.toThrow(/are not in .*empty/u);
    const foreign = givenKeys({
      ...ringWith('aes-256-gcm', ring?.keys[0].id ?? ''),
      index: ring?.index ?? Buffer.alloc(32),
    });
    await expect(prepareFieldKeys(open(foreign), clock)).rejects.toMatchObject({ code: 'field-key-wrong' });
    expect(keys.read(true)).toEqual(ring);
  });

  it('seal what was there before in batches, which may end between any two of them and begin again', async () => {
    for (let number = 1; number <= 450; number += 1) await insert(number, { name: `居民${number}` });
    let batches = 0;

    expect(await resealing.run(() => (batches += 1) > 1)).toBe(200);
    const sealed = async () => (await register.states()).keys[0]?.rows;
    expect([await sealed(), (await register.states()).plain]).toEqual([200, 250]);
    const both = [open(fileAt('one')), database].map((each) => new Resealing(each, [people], quiet).run());
    expect((await Promise.all(both)).reduce((sum, rows) => sum + rows, 0)).toBe(250);
    expect([await sealed(), (await register.states()).plain]).toEqual([450, 0]);
    expect(await names()).toEqual(new Set(Array.from({ length: 450 }, (_, at) => `居民${at + 1}`)));
  });

  it('are changed while people go on; a fault between batches loses nothing, and no key goes that is in use', async () => {
    const before = keys.read()?.keys[0].id ?? '';
    const elsewhere = open(fileAt('one'));
    elsewhere.fields.blind('the other process has read its keys');
    const made = await database.transaction((tx) => register.rotate(tx, 'sm4-ctr-hmac-sm3'));
    const names0 = await names();

    await expect(retire(made)).rejects.toThrow(/is the one that seals/u);
    await expect(retire(before)).rejects.toThrow(/450 rows are still sealed with key/u);
    const stop = async () => {
      let batches = 0;
      return await resealing.run(() => (batches += 1) > 1);
    };
    expect(await stop()).toBe(200);
    expect(await names(elsewhere)).toEqual(names0); // of both keys, of which one is news to it
    await expect(retire(before)).rejects.toThrow(/250 rows are still sealed/u);
    expect(await resealing.run()).toBe(250);
    expect(await names()).toEqual(names0);

    await retire(before);
    expect(readFileSync(keys.place, 'utf8')).not.toContain(before);
    await expect(retire(before)).rejects.toMatchObject({ code: 'field-key-unknown' });
    expect((await register.states()).keys).toMatchObject([{ id: made, seals: true, rows: 450 }]);
    passed += 5_001;
    expect(elsewhere.fields.current).toBe(made);
  });

  it('are refused by the database itself when one is dropped that a row refers to', async () => {
    const drop = database.query({
      text: 'DELETE FROM platform.field_key WHERE id = $1',
      values: [database.fields.current],
    });
    await expect(drop).rejects.toThrow(/violates foreign key constraint/u);
  });

  it('leave a row as it is that cannot be opened, and go on', async () => {
    await database.query({
      text: `UPDATE sample.person SET name = (SELECT name FROM sample.person WHERE id = $2) WHERE id = $1`,
      values: [idOf(1), idOf(2)],
    });
    await database.transaction((tx) => register.rotate(tx, 'aes-256-gcm'));

    await resealing.run();
    const { keys: states } = await register.states();
    expect(states.map(({ rows }) => rows)).toEqual([449, 1]);
  });

  function open(of: FieldKeys): Database {
    return new Database(test.dataSource, createLogger({ name: 'test', level: 'silent' }), new FieldCipher(of));
  }

  async function retire(id: string): Promise<void> {
    await database.transaction((tx) => register.retire(tx, id));
  }

  async function insert(number: number, { name }: { name: string }): Promise<void> {
    await database.query({
      text: 'INSERT INTO sample.person (id, name) VALUES ($1, $2)',
      values: [idOf(number), name],
    });
  }

  async function names(of = database): Promise<ReadonlySet<string>> {
    const rows = await of.query<{ id: string; name: string; index: string }>({
      text: 'SELECT id, name, name_index AS index FROM sample.person',
    });
    const opened = rows.map(({ id, name }) => of.fields.open({ table: people.name, column: 'name', row: id }, name));
    expect(rows.map(({ index }) => index)).toEqual(opened.map((name) => of.fields.blind(name)));
    return new Set(opened);
  }
});

it('a row is sealed with one key, which it names', () => {
  const fields = new FieldCipher(givenKeys(ringWith('aes-256-gcm', 'k1')));
  expect(sealedRow(fields, people, idOf(1), { name: null })).toEqual({
    name: null,
    name_index: null,
    sealed_with: 'k1',
  });
});

function ringWith(algorithm: (typeof sealAlgorithmNames)[number], id = 'k1', fill = 0) {
  const length = algorithm === 'aes-256-gcm' ? 32 : 48;
  return { keys: [{ id, algorithm, secret: Buffer.alloc(length, fill) }], index: Buffer.alloc(32, fill) } as const;
}
