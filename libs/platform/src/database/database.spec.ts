import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Column, Entity, PrimaryColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { createDataSource } from './data-source.js';
import { migrate } from './migrate.js';
import { uniqueViolation } from './violations.js';

@Entity({ schema: 'sample', name: 'note' })
class Note {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  text: string;
}

class CreateNote1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA sample');
    await runner.query('CREATE TABLE sample.note (id text CONSTRAINT note_pk PRIMARY KEY, text text NOT NULL)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA sample CASCADE');
  }
}

class LengthenNote1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sample.note ADD COLUMN length int');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sample.note DROP COLUMN length');
  }
}

const quiet = { info: () => undefined };
const insert = (id: string) => ({
  name: 'note-insert',
  text: 'INSERT INTO sample.note (id, text) VALUES ($1, $2) RETURNING id',
  values: [id, 'text'],
});

describe('Database', () => {
  let test: TestDatabase;
  const ids = async () =>
    (await test.dataSource.getRepository(Note).find({ order: { id: 'ASC' } })).map(({ id }) => id);

  beforeAll(async () => {
    test = await createTestDatabase({ entities: [Note], migrations: [CreateNote1700000000000] });
  });
  afterAll(async () => {
    await test.drop();
  });

  it('commits what TypeORM and plain statements wrote in one transaction', async () => {
    const returned = await test.database.transaction(async (tx) => {
      await tx.manager.insert(Note, { id: 'a', text: 'by TypeORM' });
      return await tx.query<{ id: string }>(insert('b'));
    });

    expect(returned).toEqual([{ id: 'b' }]);
    expect(await ids()).toEqual(['a', 'b']);
  });

  it('rolls both back when the work throws, and throws the same error on', async () => {
    const failure = new Error('no');

    const attempt = test.database.transaction(async (tx) => {
      await tx.manager.insert(Note, { id: 'c', text: '' });
      await tx.query(insert('d'));
      throw failure;
    });

    await expect(attempt).rejects.toBe(failure);
    expect(await ids()).toEqual(['a', 'b']);
  });

  it('prepares a named statement once per connection', async () => {
    const prepared = await test.database.transaction(async (tx) => {
      await tx.query({ name: 'one', text: 'SELECT 1' });
      await tx.query({ name: 'one', text: 'SELECT 1' });
      return await tx.query({ text: `SELECT name FROM pg_prepared_statements WHERE name = 'one'` });
    });

    expect(prepared).toEqual([{ name: 'one' }]);
  });

  it('runs a statement outside a transaction and commits it', async () => {
    await test.database.query(insert('e'));

    expect(await ids()).toContain('e');
  });

  it('runs callbacks after the commit, when others can see the rows, in order', async () => {
    const seen: string[] = [];

    await test.database.transaction(async (tx) => {
      tx.afterCommit(async () => void seen.push(...(await ids()).filter((id) => id === 'f')));
      tx.afterCommit(() => void seen.push('second'));
      await tx.query(insert('f'));
      expect(seen).toEqual([]);
    });

    expect(seen).toEqual(['f', 'second']);
  });

  it('runs no callback after a roll-back', async () => {
    let ran = false;

    const attempt = test.database.transaction((tx) => {
      tx.afterCommit(() => void (ran = true));
      return Promise.reject(new Error('no'));
    });

    await expect(attempt).rejects.toThrow('no');
    expect(ran).toBe(false);
  });

  it('keeps the result and the other callbacks when one callback fails', async () => {
    const seen: string[] = [];

    const result = await test.database.transaction((tx) => {
      tx.afterCommit(() => Promise.reject(new Error('lost')));
      tx.afterCommit(() => void seen.push('next'));
      return Promise.resolve('result');
    });

    expect(result).toBe('result');
    expect(seen).toEqual(['next']);
  });

  it('names the constraint that a duplicate broke, whoever wrote it', async () => {
    const plain = await test.database.query(insert('a')).catch((error: unknown) => error);
    const orm = await test.dataSource.manager.insert(Note, { id: 'a', text: '' }).catch((error: unknown) => error);

    expect([uniqueViolation(plain), uniqueViolation(orm)]).toEqual(['note_pk', 'note_pk']);
    expect(uniqueViolation(new Error('other'))).toBeUndefined();
    expect(uniqueViolation(undefined)).toBeUndefined();
  });

  it('rolls back when a statement fails whose answer nobody waited for, with what its sender made of the error', async () => {
    const attempt = (after: string) =>
      test.database.transaction(async (tx) => {
        await tx.query(insert('sent'));
        tx.send(insert('a'), (error) => new Error(`taken: ${uniqueViolation(error)}`));
        if (after) await tx.query({ text: after });
      });

    await expect(attempt('')).rejects.toThrow('taken: note_pk');
    await expect(attempt('SELECT 1')).rejects.toThrow('taken: note_pk');
    expect(await ids()).not.toContain('sent');
  });

  it('sends nothing behind a value that cannot be sent, and rolls back', async () => {
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    const unsendable = {
      name: 'note-unsendable',
      text: 'INSERT INTO sample.note (id, text) VALUES ($1, $2)',
      values: ['x', circular],
    };
    const asked = test.database.transaction(async (tx) => {
      tx.send(insert('before'), (error) => error);
      await tx.query(unsendable);
    });
    const sent = test.database.transaction((tx) => {
      tx.send(insert('before'), (error) => error);
      tx.send(unsendable, () => new Error('explained'));
      return Promise.resolve();
    });

    await expect(asked).rejects.toThrow('circular');
    await expect(sent).rejects.toThrow('explained');
    expect(await ids()).not.toContain('before');
    const sendable = { ...unsendable, values: ['after', 'text'] };
    await test.database.transaction(async (tx) => void (await tx.query(sendable)));
    expect(await ids()).toContain('after');
    await test.database.query({ text: `DELETE FROM sample.note WHERE id = 'after'` });
  });

  it('lets later statements see what was sent without waiting', async () => {
    const seen = await test.database.transaction(async (tx) => {
      tx.send(insert('sent'), (error) => error);
      const rows = await tx.query<{ id: string }>({ text: `DELETE FROM sample.note WHERE id = 'sent' RETURNING id` });
      await tx.manager.save(tx.manager.create(Note, { id: 'saved', text: 'by TypeORM, in the same transaction' }));
      return [...rows, ...(await tx.manager.findBy(Note, { id: 'saved' }))].map(({ id }) => id);
    });
    const rolledBack = test.database.transaction(async (tx) => {
      await tx.manager.save(tx.manager.create(Note, { id: 'undone', text: '' }));
      throw new Error('no');
    });

    expect(seen).toEqual(['sent', 'saved']);
    await expect(rolledBack).rejects.toThrow('no');
    expect((await ids()).filter((id) => ['sent', 'saved', 'undone'].includes(id))).toEqual(['saved']);
  });

  it('gives reports more time than others, and them alone', async () => {
    const limit = { text: 'SHOW statement_timeout' };

    expect(await test.database.reports.query(limit)).toEqual([{ statement_timeout: '1min' }]);
    expect(await test.database.reports.transaction((tx) => tx.query(limit))).toEqual([{ statement_timeout: '1min' }]);
    expect(await test.database.query(limit)).toEqual([{ statement_timeout: '30s' }]);
  });

  it('gives its connections back, also after failures and lost connections', async () => {
    for (let round = 0; round < 30; round += 1) {
      await expect(test.database.transaction(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    }
    await expect(test.database.query({ text: 'SELECT pg_terminate_backend(pg_backend_pid())' })).rejects.toThrow();
    await expect(
      test.database.transaction((tx) => tx.query({ text: 'SELECT pg_terminate_backend(pg_backend_pid())' })),
    ).rejects.toThrow(/terminat/);

    expect(
      await Promise.all(Array.from({ length: 20 }, () => test.database.query({ text: 'SELECT 1 AS one' }))),
    ).toEqual(Array.from({ length: 20 }, () => [{ one: 1 }]));
  });
});

describe('migrate', () => {
  it('applies each migration once although two processes start together, and then only what is new', async () => {
    const test = await createTestDatabase({ entities: [], migrations: [] });
    const first = [CreateNote1700000000000];
    const sources = await Promise.all(
      [first, first].map((migrations) => createDataSource({ url: test.url, entities: [], migrations }).initialize()),
    );

    const applied = await Promise.all(sources.map((source) => migrate(source, quiet)));
    const later = await createDataSource({
      url: test.url,
      entities: [],
      migrations: [LengthenNote1700000000001, ...first],
    }).initialize();
    const appliedLater = await migrate(later, quiet);

    expect(applied.flat()).toEqual(['CreateNote1700000000000']);
    expect(appliedLater).toEqual(['LengthenNote1700000000001']);
    await Promise.all([...sources, later].map((source) => source.destroy()));
    await test.drop();
  });

  it('steps back from a table that is in use, so that others go on, and is applied once it is free', async () => {
    const test = await createTestDatabase({ entities: [], migrations: [CreateNote1700000000000] });
    const migrations = [CreateNote1700000000000, LengthenNote1700000000001];
    const source = await createDataSource({ url: test.url, entities: [], migrations }).initialize();
    const quick = { lockTimeout: 20, pause: 20, attempts: 2 };

    const blocked = await test.database.transaction(async (tx) => {
      await tx.query({ text: 'SELECT FROM sample.note LIMIT 1' });
      const refused = migrate(source, quiet, quick).catch((error: Error) => error.message);
      return await refused;
    });

    expect(blocked).toMatch(/did not get a table that others hold: end .* or stop/u);
    expect(await migrate(source, quiet, quick)).toEqual(['LengthenNote1700000000001']);
    await source.destroy();
    await test.drop();
  });
});
