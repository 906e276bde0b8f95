import type { BenchEngine } from './bench-engine.js';
import { plainClient } from './plain-client.js';

/**
 * The rows of every instance's second step once more, on tables of the same shape, by the plain client: a hundred
 * instances to a statement, two statements at once. Milliseconds.
 */
export async function writeAgain(engine: BenchEngine): Promise<number> {
  await engine.database.query({
    text: `CREATE TABLE engine.limit_instance AS SELECT * FROM engine.instance`,
  });
  await engine.database.query({ text: 'ALTER TABLE engine.limit_instance ADD PRIMARY KEY (id)' });
  await engine.database.query({ text: 'CREATE TABLE engine.limit_journal (LIKE engine.journal INCLUDING ALL)' });
  const sql = plainClient(engine.url, { max: 2 });
  const rows = await sql<{ id: string }[]>`SELECT id FROM engine.limit_instance`;
  const batches = Array.from({ length: Math.ceil(rows.length / 100) }, (_, index) =>
    rows.slice(index * 100, index * 100 + 100).map(({ id }) => id),
  );
  const began = performance.now();
  const lane = async (): Promise<void> => {
    for (let batch = batches.pop(); batch; batch = batches.pop())
      await sql`WITH u AS (
          UPDATE engine.limit_instance SET revision = revision + 1, state = state, ended_at = now() WHERE id = ANY (${`{${batch.join(',')}}`}::uuid[])
          RETURNING id)
        INSERT INTO engine.limit_journal SELECT j.* FROM engine.journal j JOIN u ON u.id = j.instance_id AND j.revision = 2`;
  };
  await Promise.all([lane(), lane()]);
  const took = performance.now() - began;
  await sql.end();
  return took;
}
