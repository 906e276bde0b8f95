import type { Form, FormValues } from '@lianban/bpmn';
import type { Database, Transaction } from '@lianban/platform';
import type { StepId } from '../tasks/step.js';
import type { FormVersion, FormView } from './form.js';

type Row<T extends FormVersion> = Omit<T, 'madeAt'> & { readonly madeAt: Date };

const columns = `key, version, name, made_at AS "madeAt", made_by_name AS "madeBy"`;

/** Who makes a version, and when. */
export interface Maker {
  readonly at: Date;
  readonly id: string;
  readonly name: string;
}

/** The latest version of each form behind a key, by key; `most` at most. */
export async function latestForms(db: Database, after: string, most: number): Promise<FormVersion[]> {
  const rows = await db.query<Row<FormVersion>>({
    name: 'casework-forms',
    text: `SELECT DISTINCT ON (key) ${columns} FROM casework.form WHERE key > $1 ORDER BY key, version DESC LIMIT $2`,
    values: [after, most],
  });
  return rows.map(versionOf);
}

/** The last versions of a form, the newest first. */
export async function formHistory(db: Database, key: string): Promise<FormVersion[]> {
  const rows = await db.query<Row<FormVersion>>({
    name: 'casework-form-history',
    text: `SELECT ${columns} FROM casework.form WHERE key = $1 ORDER BY version DESC LIMIT 100`,
    values: [key],
  });
  return rows.map(versionOf);
}

/** One version of a form, the latest by default. */
export async function findForm(
  db: Database | Transaction,
  key: string,
  version?: number,
): Promise<FormView | undefined> {
  const [row] = await db.query<Row<FormView>>({
    name: 'casework-form',
    text: `SELECT ${columns}, content FROM casework.form
           WHERE key = $1 AND ($2::int IS NULL OR version = $2) ORDER BY version DESC LIMIT 1`,
    values: [key, version ?? null],
  });
  return row && versionOf(row);
}

/** Keys of all forms. */
export async function formKeys(db: Database | Transaction): Promise<{ readonly id: string; readonly name: string }[]> {
  return await db.query({
    name: 'casework-form-keys',
    text: 'SELECT DISTINCT ON (key) key AS id, name FROM casework.form ORDER BY key, version DESC',
  });
}

/** Writes a version; false where somebody else wrote this one a moment ago. */
export async function insertForm(
  tx: Transaction,
  form: { readonly key: string; readonly version: number; readonly name: string; readonly content: Form },
  by: Maker,
): Promise<boolean> {
  const written = await tx.query({
    name: 'casework-insert-form',
    text: `INSERT INTO casework.form (key, version, name, content, made_at, made_by, made_by_name)
           VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING key`,
    values: [form.key, form.version, form.name, JSON.stringify(form.content), by.at, by.id, by.name],
  });
  return written.length > 0;
}

/** Keeps what somebody filled in. */
export async function insertFilledForm(
  tx: Transaction,
  filled: StepId & {
    readonly caseId: string;
    readonly step: string;
    readonly unit: string | null;
    readonly formKey: string;
    readonly formVersion: number;
    readonly values: FormValues;
  },
  by: Maker,
): Promise<void> {
  await tx.query({
    name: 'casework-insert-filled-form',
    text: `INSERT INTO casework.filled_form
             (instance_id, key, case_id, form_key, form_version, step, unit, field_values, at, by_id, by_name)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    values: [
      filled.instanceId,
      filled.key,
      filled.caseId,
      filled.formKey,
      filled.formVersion,
      filled.step,
      filled.unit,
      JSON.stringify(filled.values),
      by.at,
      by.id,
      by.name,
    ],
  });
}

/** A form that was filled in, as it is kept. */
export interface FilledRow extends StepId {
  readonly step: string;
  readonly unit: string | null;
  readonly formKey: string;
  readonly formVersion: number;
  readonly name: string;
  readonly content: Form;
  readonly values: FormValues;
  readonly at: Date;
  readonly by: string;
}

/** What was filled in for a case, the newest first; 200 at most. */
export async function filledForms(db: Database, caseId: string): Promise<FilledRow[]> {
  return await db.query<FilledRow>({
    name: 'casework-filled-forms',
    text: `SELECT filled.instance_id AS "instanceId", filled.key, filled.step, filled.unit,
             filled.form_key AS "formKey", filled.form_version AS "formVersion", form.name, form.content,
             filled.field_values AS "values", filled.at, filled.by_name AS "by"
           FROM casework.filled_form filled
           JOIN casework.form ON form.key = filled.form_key AND form.version = filled.form_version
           WHERE filled.case_id = $1 ORDER BY filled.at DESC, filled.instance_id, filled.key LIMIT 200`,
    values: [caseId],
  });
}

function versionOf<T extends FormVersion>({ madeAt, ...row }: Row<T>): T {
  return { ...row, madeAt: madeAt.toISOString() } as unknown as T;
}
