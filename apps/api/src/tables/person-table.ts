import { Injectable } from '@nestjs/common';
import { hashPassword, PeopleService, type Principal } from '@lianban/identity';
import { Database, type Transaction } from '@lianban/platform';
import { PeopleKeeper } from '../organisation/people-keeper.service.js';
import { newPersonSchema, placeSchema } from '../organisation/person.schema.js';
import { lineDiffers, parsed } from './line.js';
import type { Line, LineTaker, TableKind, TakenFate } from './table.js';

const heads = { username: '用户名', name: '姓名', unit: '单位编码', post: '职务', password: '初始密码' } as const;

/** Stands for a hash where nothing is kept. */
const noHash = '$argon2id$none';

interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly open: boolean;
  /** In the unit of the line; null where they do not work there. */
  readonly post: string | null;
}

/** People as a table: new ones get accounts without roles, known ones further places of work. */
@Injectable()
export class PersonTable implements TableKind {
  readonly key = 'people';
  readonly name = '人员';
  readonly columns = [
    { head: heads.username, must: true },
    { head: heads.name, must: true },
    { head: heads.unit, must: true },
    { head: heads.post, must: true },
    { head: heads.password, must: false },
  ];
  readonly note = '新人员须填初始密码；一人在几个单位任职的，每个单位一行。角色由安全保密管理员另行授予。';
  readonly #people: PeopleService;
  readonly #keeper: PeopleKeeper;
  readonly #database: Database;

  constructor(people: PeopleService, keeper: PeopleKeeper, database: Database) {
    this.#people = people;
    this.#keeper = keeper;
    this.#database = database;
  }

  async lines(): Promise<string[][]> {
    const lines: string[][] = [];
    let after: string | undefined;
    do {
      const page = await this.#people.list({ open: true, limit: 500, after });
      for (const { username, name, places } of page.items)
        for (const { unit, post } of places) lines.push([username, name, unit, post, '']);
      after = page.next ?? undefined;
    } while (after !== undefined);
    return lines;
  }

  /** Hashing takes long, so it is done before the transaction, and not at all where nothing is kept. */
  async taker(asker: Principal, lines: readonly Line[], dryRun: boolean): Promise<LineTaker> {
    const hashes = await Promise.all(
      lines.map(async ({ [heads.password]: password }) =>
        dryRun || !password ? noHash : await hashPassword(password),
      ),
    );
    return (tx, line, index) => this.#take(tx, asker, line, hashes[index] ?? noHash);
  }

  async #take(tx: Transaction, asker: Principal, line: Line, passwordHash: string): Promise<TakenFate> {
    const known = await this.#known(tx, line[heads.username] ?? '', line[heads.unit] ?? '');
    if (!known) {
      await this.#keeper.openIn(tx, asker, { ...parsed(newPersonSchema, heads, line), passwordHash });
      return 'created';
    }
    if (!known.open) throw lineDiffers(heads.username, '该账号已停用，不能重新启用');
    if (known.name !== line[heads.name]) throw lineDiffers(heads.name, `该用户名属于“${known.name}”`);
    if (known.post === null) {
      await this.#keeper.addPlaceIn(tx, asker, known.id, parsed(placeSchema, heads, line));
      return 'changed';
    }
    if (known.post !== line[heads.post]) throw lineDiffers(heads.post, `系统中为“${known.post}”，不在此修改`);
    return 'known';
  }

  async #known(tx: Transaction, username: string, unit: string): Promise<KnownPerson | undefined> {
    const [known] = await tx.query<KnownPerson>({
      name: 'tables-known-person',
      text: `SELECT id, display_name AS name, disabled_at IS NULL AS open, (SELECT post FROM organisation.membership
               WHERE account_id = account.id AND unit_id = $2 AND valid_to IS NULL) AS post
             FROM identity.account WHERE username = lower($1)`,
      values: [username.trim(), unit],
    });
    return known;
  }
}
