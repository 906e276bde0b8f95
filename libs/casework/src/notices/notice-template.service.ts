import { Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { Database, type FieldError, type Transaction } from '@lianban/platform';
import type { ReferenceChange } from '../reference/reference-change.js';
import { ReferenceHistory, versionOf } from '../reference/reference-history.service.js';
import { entryRefused, entryUnknown } from '../reference/reference.errors.js';
import { hasTitle, placeholdersOf } from './notice-templates.data.js';
import type { NoticeTemplate, TemplateChange, TemplateTrial } from './template.js';
import { fillTemplate, unknownPlaceholders } from './template.rules.js';

const list = 'notice-template';

/** The texts that people are told, as administrators edit them. */
@Injectable()
export class NoticeTemplates {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #history: ReferenceHistory;

  constructor(database: Database, access: AccessService, history: ReferenceHistory) {
    this.#database = database;
    this.#access = access;
    this.#history = history;
  }

  /** Every template in every language. @throws permission-missing */
  async list(principal: Principal): Promise<NoticeTemplate[]> {
    this.#access.require(principal, 'system.manage');
    const rows = await this.#database.query<Omit<NoticeTemplate, 'placeholders'>>({
      name: 'casework-notice-templates',
      text: `SELECT template.code, language, title, body, ${versionOf(`'${list}'`, `template.code || ':' || language`)} AS version
             FROM casework.notice_template template LEFT JOIN casework.notice_kind kind USING (code)
             ORDER BY kind.position NULLS LAST, template.code, language DESC`,
    });
    return rows.map((row) => ({ ...row, placeholders: placeholdersOf(row.code) }));
  }

  /** What was changed of a template, the newest first. @throws permission-missing */
  async history(principal: Principal, code: string, language: string): Promise<ReferenceChange[]> {
    this.#access.require(principal, 'system.manage');
    return await this.#history.of({ list, code: `${code}:${language}` });
  }

  /** @throws permission-missing, entry-unknown, entry-changed, entry-refused for a placeholder that nothing fills in */
  async save(
    principal: Principal,
    { code, language }: { readonly code: string; readonly language: string },
    { version, title, body }: TemplateChange,
  ): Promise<void> {
    this.#access.require(principal, 'system.manage');
    const after = { title: titleOf(code, title), body };
    requireKnown({ code, ...after });
    const entry = { list, code: `${code}:${language}` };
    await this.#database.transaction(async (tx) => {
      await this.#history.hold(tx, entry, version);
      const before = await findTemplate(tx, code, language);
      if (!before) throw entryUnknown(entry.code);
      await tx.query({
        text: 'UPDATE casework.notice_template SET title = $3, body = $4 WHERE code = $1 AND language = $2',
        values: [code, language, after.title, after.body],
      });
      await this.#history.keep(tx, principal, { ...entry, version, before, after });
    });
  }

  /** What people would read, with facts made up. @throws permission-missing, entry-refused */
  preview(principal: Principal, trial: TemplateTrial): { readonly title: string | null; readonly body: string } {
    this.#access.require(principal, 'system.manage');
    requireKnown(trial);
    const facts = Object.fromEntries(placeholdersOf(trial.code).map(({ name, sample }) => [name, sample]));
    const title = titleOf(trial.code, trial.title);
    return { title: title === null ? null : fillTemplate(title, facts), body: fillTemplate(trial.body, facts) };
  }
}

function titleOf(code: string, title: string | null): string | null {
  return hasTitle(code) ? (title ?? '') : null;
}

async function findTemplate(tx: Transaction, code: string, language: string) {
  const [template] = await tx.query<{ title: string | null; body: string }>({
    text: 'SELECT title, body FROM casework.notice_template WHERE code = $1 AND language = $2',
    values: [code, language],
  });
  return template;
}

/** @throws entry-refused */
function requireKnown({ code, title, body }: Pick<TemplateTrial, 'code' | 'title' | 'body'>): void {
  const known = placeholdersOf(code).map(({ name }) => name);
  const fields = Object.entries({ title: title ?? '', body }).flatMap(([field, text]): FieldError[] => {
    const unknown = unknownPlaceholders(text, known);
    return unknown.length === 0 ? [] : [{ field, message: refusal(unknown, known) }];
  });
  if (hasTitle(code) && !title) fields.push({ field: 'title', message: '请填写标题' });
  if (fields.length > 0) throw entryRefused(fields);
}

function refusal(unknown: readonly string[], known: readonly string[]): string {
  return `没有 ${unknown.join('、')} 这个内容，可以用：${known.map((name) => `{${name}}`).join(' ')}`;
}
