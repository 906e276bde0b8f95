import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { caseDraftSchema, IntakeService, type RegisteredCase } from '@lianban/casework';
import { brokenInvariants } from './support/case-invariants.js';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';
import { RandomLife } from './support/random-life.js';

const clerks = ['clerk', 'clerk2', 'clerk3', 'clerk4', 'clerk5', 'clerk6', 'clerk7', 'clerk8'];
const categories = ['urban.road', 'housing.property', 'environment.noise', 'traffic.bus', 'other.consultation'];
const deedsPerCase = 30;
const hour = 3_600_000;
const lifetime = 45 * 24; // hours within which deeds fall

interface Letter {
  readonly title: string;
  readonly text: string;
  readonly filedAt: number;
}

/** Another file of letters and another seed may be given: `RANDOM_LETTERS=letters.csv RANDOM_SEED=7`. */
function letters(): Letter[] {
  const file = process.env['RANDOM_LETTERS'];
  if (file === undefined) {
    const start = Date.parse('2025-09-01T09:00:00+08:00'); // over the long holidays and the turn of the year
    return Array.from({ length: 30 }, (_, n) => ({
      title: `第 ${n} 封信`,
      text: '随机',
      filedAt: start + n * 77 * hour,
    }));
  }
  const rows: { title: string; text: string; filed_at: string }[] = parse(readFileSync(file), {
    columns: true,
    bom: true,
  });
  return rows.map(({ title, text, filed_at: at }) => ({ title: title.slice(0, 100), text, filedAt: Date.parse(at) }));
}

describe('cases to which people do random things', () => {
  let world: DefaultWorld;
  const all = letters();
  const first = Math.min(...all.map(({ filedAt }) => filedAt));
  const seed = Number(process.env['RANDOM_SEED'] ?? 20261127);

  beforeAll(async () => {
    world = await openDefaultWorld(new Date(first).toISOString());
  });

  afterAll(async () => await world?.close());

  it(
    'always have an owner, a clock that its ledger explains, and every lapse once',
    async () => {
      const numbers = fc.sample(fc.nat(), { numRuns: all.length * 300 + 100, seed });
      const life = new RandomLife(world, numbers);
      const filed = new Map<number, RegisteredCase>();
      const moments = all.flatMap(({ filedAt }, letter) => [
        { at: filedAt, letter },
        ...Array.from({ length: deedsPerCase }, () => ({ at: filedAt + (1 + life.below(lifetime)) * hour, letter })),
      ]);

      for (const { at, letter } of moments.sort((a, b) => a.at - b.at)) {
        await world.advanceTo(new Date(at).toISOString());
        await life.watch();
        const known = filed.get(letter);
        if (known) await life.act(known);
        else filed.set(letter, await file(life, all[letter]));
        const { id = '', code = '' } = filed.get(letter) ?? {};
        const broken = await brokenInvariants(world, id);
        if (broken.length > 0) throw new Error(`${code} at ${new Date(at).toISOString()}: ${broken.join('; ')}`);
      }

      // Nobody does anything any more: every case that is left climbs to the top or is closed.
      await world.advanceTo(new Date(Math.max(...moments.map(({ at }) => at)) + 400 * 24 * hour).toISOString());
      await life.watch();
      for (const { id, code } of filed.values()) expect([code, ...(await brokenInvariants(world, id))]).toEqual([code]);
      if (process.env['RANDOM_REPORT'] ?? process.env['RANDOM_LETTERS'])
        process.stdout.write(
          `${JSON.stringify({ cases: filed.size, done: [...life.done], refused: [...life.refused] })}\n`,
        );
      for (const deed of ['claim', 'complete', 'suspend', 'resume', 'extend', 'assist'])
        expect(life.done.get(deed)).toBeGreaterThan(0);
    },
    process.env['RANDOM_LETTERS'] === undefined ? 120_000 : 3_600_000,
  );

  async function file(life: RandomLife, letter: Letter | undefined): Promise<RegisteredCase> {
    const { title, text } = letter ?? { title: '', text: '' };
    const draft = caseDraftSchema.parse({ title, text, channel: 'phone', category: life.pick(categories) });
    return await world.get(IntakeService).register(await life.person(life.pick(clerks)), draft);
  }
});
