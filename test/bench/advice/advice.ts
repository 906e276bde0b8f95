import { createHash } from 'node:crypto';
import { caseDraftSchema, IntakeService, matterSchema, SimilarCases } from '@lianban/casework';
import { PrincipalService, type Principal } from '@lianban/identity';
import { ManualClock } from '@lianban/platform';
import { openDistrict, type Deployment, type District } from '../day/district.js';
import { Tally, type CategoryScore } from './tally.js';

/** A letter of which somebody said what it is about. */
export interface LabelledLetter {
  readonly title: string;
  readonly text: string;
  /** First level of its topic. */
  readonly label: string;
}

/** What is measured. */
export interface AdviceOptions {
  readonly letters: readonly LabelledLetter[];
  /** In how many parts the letters are cut: of each, advice is asked that is learnt from the others alone. */
  readonly folds: number;
  /** How many cases there are when the time is taken. */
  readonly among: number;
  readonly workflows: readonly Deployment[];
}

/** How good and how quick advice was. Shares are in percent. */
export interface AdviceResult {
  readonly letters: number;
  readonly folds: number;
  /** The first advice is right. */
  readonly top1: number;
  /** One of the three is right. */
  readonly top3: number;
  /** Advice with a reason: an earlier case. */
  readonly withReasons: number;
  readonly categories: readonly CategoryScore[];
  readonly among: number;
  /** Of one piece of advice among that many cases, in milliseconds. */
  readonly ms: { readonly median: number; readonly p95: number; readonly most: number };
}

/** Asks the product for advice on letters that it has not learnt from, on a database of its own. */
export async function measureAdvice({ letters: given, folds, among, workflows }: AdviceOptions): Promise<AdviceResult> {
  const letters = shuffled(given);
  const district = await openDistrict(new ManualClock('2026-03-02T09:00:00+08:00'), workflows);
  try {
    const asker = await clerkOf(district);
    const ids = await register(district, asker, letters);
    const tally = new Tally();
    for (let fold = 0; fold < folds; fold += 1) {
      const isAsked = (n: number): boolean => n % folds === fold;
      await learn(
        district,
        ids.map((id, n) => ({ id, label: isAsked(n) ? null : labelOf(letters[n]) })),
      );
      for (const letter of letters.filter((_, n) => isAsked(n)))
        tally.count(letter.label, await ask(district, asker, letter));
    }
    await learn(
      district,
      ids.map((id, n) => ({ id, label: labelOf(letters[n]) })),
    );
    await multiply(district, among);
    const times = await timesOf(district, asker, letters);
    return { letters: letters.length, folds, ...tally.result(), among: Math.max(among, letters.length), ms: times };
  } finally {
    await district.engine.close();
  }
}

/** Somebody who registers cases and may read them all would hide nothing; a clerk is who asks in the field. */
async function clerkOf({ engine }: District): Promise<Principal> {
  const [account] = await engine.database.query<{ id: string }>({
    text: `SELECT id FROM identity.account WHERE username = 'clerk'`,
  });
  const clerk = await engine.get(PrincipalService).find(account?.id ?? '');
  if (!clerk) throw new Error('expected the clerk of the demonstration, but there is none');
  return clerk;
}

/** Letters become cases without a category; each label becomes a topic. */
async function register({ engine }: District, clerk: Principal, letters: readonly LabelledLetter[]): Promise<string[]> {
  for (const label of new Set(letters.map((letter) => letter.label)))
    await engine.database.query({
      text: 'INSERT INTO casework.category (code, name, position) VALUES ($1, $1, 1000)',
      values: [label],
    });
  const ids: string[] = [];
  for (const { title, text } of letters) {
    const draft = caseDraftSchema.parse({ title: title.slice(0, 200), text: text || title, channel: 'phone' });
    ids.push((await engine.get(IntakeService).register(clerk, draft)).id);
  }
  return ids;
}

async function learn(
  { engine }: District,
  cases: readonly { readonly id: string; readonly label: string | null }[],
): Promise<void> {
  await engine.database.query({
    text: `UPDATE casework.case_file SET category_code = given.label
      FROM jsonb_to_recordset($1::jsonb) AS given(id uuid, label text) WHERE case_file.id = given.id`,
    values: [JSON.stringify(cases)],
  });
}

async function ask({ engine }: District, clerk: Principal, { title, text }: LabelledLetter) {
  return await engine.get(SimilarCases).advise(clerk, matterSchema.parse({ title, text }));
}

/** Copies cases, each a little earlier, until there are so many. Without the index for searching, which would take minutes. */
async function multiply({ engine }: District, cases: number): Promise<void> {
  const [row] = await engine.database.query<{ count: number }>({
    text: 'SELECT count(*)::int AS count FROM casework.case_file',
  });
  const count = row?.count ?? 0;
  await engine.database.query({ text: 'DROP INDEX casework.case_file_search' });
  await engine.database.query({ text: 'CREATE TABLE casework.original AS SELECT * FROM casework.case_file' });
  for (let copy = 1; copy * count < cases; copy += 1)
    await engine.database.query({
      name: 'bench-copy-cases',
      text: `INSERT INTO casework.case_file SELECT (jsonb_populate_record(file, jsonb_build_object(
            'id', gen_random_uuid(), 'instance_id', gen_random_uuid(), 'code', code || '-' || $1::int,
            'received_at', received_at - $1::int * interval '1 minute'))).*
          FROM casework.original file`,
      values: [copy],
    });
  await engine.database.query({ text: 'ANALYZE casework.case_file' });
}

async function timesOf(district: District, clerk: Principal, letters: readonly LabelledLetter[]) {
  const times: number[] = [];
  for (const letter of letters.slice(0, 100)) {
    const begun = performance.now();
    await ask(district, clerk, letter);
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  const at = (part: number) => Math.round((times[Math.floor((times.length - 1) * part)] ?? 0) * 10) / 10;
  return { median: at(0.5), p95: at(0.95), most: at(1) };
}

/** In an order that has nothing to do with that of the file, and is always the same: a file may be sorted by topic. */
function shuffled(letters: readonly LabelledLetter[]): LabelledLetter[] {
  const hashOf = ({ title, text }: LabelledLetter) => createHash('sha256').update(`${title}\n${text}`).digest('hex');
  const hashed = letters.map((letter) => ({ letter, hash: hashOf(letter) }));
  return hashed.sort((a, b) => (a.hash < b.hash ? -1 : 1)).map(({ letter }) => letter);
}

function labelOf(letter: LabelledLetter | undefined): string | null {
  return letter?.label ?? null;
}
