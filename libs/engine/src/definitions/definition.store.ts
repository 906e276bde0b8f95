import { Injectable } from '@nestjs/common';
import type { Transaction } from '@lianban/platform';
import type { Actor } from '../commands/actor.js';
import { definitionOf, type DefinitionRow } from './definition-row.js';
import type { Definition } from './definition.js';
import { kindOfFile, type SourceFile } from './source-file.js';

/** All SQL about deployments, their files and their definitions. */
@Injectable()
export class DefinitionStore {
  async findById(tx: Reader, id: string): Promise<Definition | undefined> {
    return this.#one(tx, { name: 'engine.definition_by_id', where: 'id = $1', values: [id] });
  }

  async findLatest(tx: Reader, key: string): Promise<Definition | undefined> {
    return this.#one(tx, { name: 'engine.definition_latest', where: 'process_key = $1', values: [key] });
  }

  async findVersion(tx: Reader, key: string, version: number): Promise<Definition | undefined> {
    const values = [key, version];
    return this.#one(tx, { name: 'engine.definition_version', where: 'process_key = $1 AND version = $2', values });
  }

  async findInDeployment(tx: Reader, key: string, deploymentId: string): Promise<Definition | undefined> {
    const values = [key, deploymentId];
    return this.#one(tx, {
      name: 'engine.definition_deployed',
      where: 'process_key = $1 AND deployment_id = $2',
      values,
    });
  }

  async ofDeployment(tx: Reader, deploymentId: string): Promise<Definition[]> {
    const text = `SELECT ${columns} FROM engine.definition WHERE deployment_id = $1 ORDER BY process_key`;
    return (await tx.query<DefinitionRow>({ text, values: [deploymentId] })).map(definitionOf);
  }

  /** The latest version of each process after `afterKey`, by key; one more than `limit` tells that there are more. */
  async latestAfter(tx: Reader, afterKey: string, limit: number): Promise<Definition[]> {
    const text = `SELECT DISTINCT ON (process_key) ${columns} FROM engine.definition
      WHERE process_key > $1 ORDER BY process_key, version DESC LIMIT $2`;
    return (await tx.query<DefinitionRow>({ text, values: [afterKey, limit + 1] })).map(definitionOf);
  }

  /** The latest versions of processes with who deployed them. */
  async latestOf(tx: Reader, keys: readonly string[]): Promise<LatestVersion[]> {
    return tx.query<LatestVersion>({
      name: 'engine.definition_latest_of',
      text: `SELECT DISTINCT ON (process_key) process_key AS key, version, definition.deployed_at AS "deployedAt",
          coalesce(deployed_by ->> 'name', '') AS "deployedBy"
        FROM engine.definition JOIN engine.deployment ON deployment.id = deployment_id
        WHERE process_key = ANY($1::text[]) ORDER BY process_key, version DESC`,
      values: [keys],
    });
  }

  /** Files with decisions of the latest versions; of the last 50 versions of each those that changed the file. */
  async decisionFilesAfter(
    tx: Reader,
    { key, file }: { readonly key: string; readonly file: string },
    limit: number,
  ): Promise<DecisionFile[]> {
    return tx.query<DecisionFile>({
      name: 'engine.decision_files',
      text: `WITH latest AS (
          SELECT DISTINCT ON (process_key) process_key, version, name, deployment_id FROM engine.definition
          WHERE process_key >= $1 ORDER BY process_key, version DESC),
        page AS (
          SELECT latest.*, resource.name AS file, content FROM latest JOIN engine.resource USING (deployment_id)
          WHERE kind = 'dmn' AND (process_key, resource.name) > ($1, $2)
          ORDER BY process_key, resource.name LIMIT $3)
        SELECT process_key AS key, page.name, version, file, content, changes FROM page,
          LATERAL (SELECT coalesce(jsonb_agg(jsonb_build_object('version', recent.version, 'deployedAt', recent.deployed_at)
              ORDER BY recent.version DESC), '[]') AS changes
            FROM (SELECT one.version, one.deployed_at, resource.content <> lag(resource.content) OVER (ORDER BY one.version) AS changed
              FROM (SELECT version, deployed_at, deployment_id FROM engine.definition
                WHERE process_key = page.process_key ORDER BY version DESC LIMIT 50) one
              JOIN engine.resource ON resource.deployment_id = one.deployment_id AND resource.name = page.file) recent
            WHERE changed IS NOT FALSE) history
        ORDER BY process_key, file`,
      values: [key, file, limit + 1],
    });
  }

  /** Names of the latest processes whose files quote one of these words, with the word. */
  async latestQuoting(
    tx: Reader,
    words: readonly string[],
  ): Promise<{ readonly name: string; readonly word: string }[]> {
    const text = `SELECT DISTINCT latest.name, word FROM (
        SELECT DISTINCT ON (process_key) definition.name, deployment_id FROM engine.definition ORDER BY process_key, version DESC) latest
        JOIN engine.resource USING (deployment_id), unnest($1::text[]) AS word
      WHERE resource.content LIKE '%"' || word || '"%' OR resource.content LIKE '%&quot;' || word || '&quot;%'
      ORDER BY latest.name, word LIMIT 200`;
    return await tx.query({ text, values: [words] });
  }

  /** Versions of all processes or of one, by key, the newest first. */
  async find(
    tx: Reader,
    filter: { readonly key?: string | undefined; readonly latest?: boolean | undefined },
    { first, limit }: { readonly first: number; readonly limit: number },
  ): Promise<Definition[]> {
    const distinct = filter.latest ? 'DISTINCT ON (process_key)' : '';
    const text = `SELECT ${distinct} ${columns} FROM engine.definition WHERE $1::text IS NULL OR process_key = $1
      ORDER BY process_key, version DESC OFFSET $2 LIMIT $3`;
    return (await tx.query<DefinitionRow>({ text, values: [filter.key ?? null, first, limit] })).map(definitionOf);
  }

  async count(
    tx: Reader,
    filter: { readonly key?: string | undefined; readonly latest?: boolean | undefined },
  ): Promise<number> {
    const counted = filter.latest ? 'DISTINCT process_key' : '*';
    const text = `SELECT count(${counted})::int AS n FROM engine.definition WHERE $1::text IS NULL OR process_key = $1`;
    const [row] = await tx.query<{ n: number }>({ text, values: [filter.key ?? null] });
    return row?.n ?? 0;
  }

  async versionsOf(tx: Reader, key: string): Promise<Definition[]> {
    const text = `SELECT ${columns} FROM engine.definition WHERE process_key = $1 ORDER BY version DESC LIMIT 500`;
    return (await tx.query<DefinitionRow>({ text, values: [key] })).map(definitionOf);
  }

  /** Deployments are rare and number their versions one after another: one at a time. */
  async lockDeploying(tx: Transaction): Promise<void> {
    await tx.query({ text: `SELECT pg_advisory_xact_lock(hashtextextended('engine.deployment', 0))` });
  }

  /** The deployment of this content whose processes are all still the latest versions, if there is one. */
  async findCurrentDeployment(tx: Reader, sha256: string): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }>({
      text: `SELECT p.id FROM engine.deployment p
        WHERE p.sha256 = $1 AND NOT EXISTS (
          SELECT 1 FROM engine.definition d JOIN engine.definition newer
            ON newer.process_key = d.process_key AND newer.version > d.version
          WHERE d.deployment_id = p.id)
        ORDER BY p.deployed_at DESC LIMIT 1`,
      values: [sha256],
    });
    return row?.id;
  }

  async insertDeployment(
    tx: Transaction,
    deployment: { id: string; sha256: string; at: Date; actor: Actor; files: readonly SourceFile[] },
  ): Promise<void> {
    await tx.query({
      text: 'INSERT INTO engine.deployment (id, sha256, deployed_at, deployed_by) VALUES ($1, $2, $3, $4)',
      values: [deployment.id, deployment.sha256, deployment.at, JSON.stringify(deployment.actor)],
    });
    await tx.query({
      text: `INSERT INTO engine.resource (deployment_id, name, kind, content)
        SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[])`,
      values: [
        deployment.id,
        deployment.files.map(({ name }) => name),
        deployment.files.map(kindOfFile),
        deployment.files.map(({ content }) => content),
      ],
    });
  }

  /** Stores the next version of a process. */
  async insertDefinition(
    tx: Transaction,
    definition: Omit<Definition, 'version' | 'suspendedAt'>,
  ): Promise<Definition> {
    const [row] = await tx.query<DefinitionRow>({
      text: `INSERT INTO engine.definition (id, process_key, version, name, deployment_id, resource_name, sha256, deployed_at)
        SELECT $1, $2::text, coalesce(max(version), 0) + 1, $3, $4, $5, $6, $7
        FROM engine.definition WHERE process_key = $2
        RETURNING ${columns}`,
      values: [
        definition.id,
        definition.key,
        definition.name,
        definition.deploymentId,
        definition.resourceName,
        definition.sha256,
        definition.deployedAt,
      ],
    });
    if (!row) throw new Error(`expected the insert of process "${definition.key}" to answer with its row`);
    return definitionOf(row);
  }

  /** Suspends a definition since an instant, or with null resumes it. */
  async setSuspended(tx: Transaction, id: string, since: Date | null): Promise<Definition | undefined> {
    const text = `UPDATE engine.definition SET suspended_at = $2 WHERE id = $1 RETURNING ${columns}`;
    const [row] = await tx.query<DefinitionRow>({ text, values: [id, since] });
    return row && definitionOf(row);
  }

  async filesOf(tx: Reader, deploymentId: string): Promise<SourceFile[]> {
    return tx.query<SourceFile>({
      text: 'SELECT name, content FROM engine.resource WHERE deployment_id = $1 ORDER BY name',
      values: [deploymentId],
    });
  }

  async fileOf(tx: Reader, definition: Definition): Promise<string> {
    const [row] = await tx.query<{ content: string }>({
      text: 'SELECT content FROM engine.resource WHERE deployment_id = $1 AND name = $2',
      values: [definition.deploymentId, definition.resourceName],
    });
    if (!row)
      throw new Error(`expected deployment ${definition.deploymentId} to hold the file "${definition.resourceName}"`);
    return row.content;
  }

  async #one(tx: Reader, query: { name: string; where: string; values: unknown[] }): Promise<Definition | undefined> {
    const text = `SELECT ${columns} FROM engine.definition WHERE ${query.where} ORDER BY version DESC LIMIT 1`;
    const [row] = await tx.query<DefinitionRow>({ name: query.name, text, values: query.values });
    return row && definitionOf(row);
  }
}

/** The latest version of a process, and who deployed it. */
export interface LatestVersion {
  readonly key: string;
  readonly version: number;
  readonly deployedAt: Date;
  /** Their name; empty where a program did. */
  readonly deployedBy: string;
}

/** A file with decisions that is deployed with the latest version of a process. */
export interface DecisionFile {
  readonly key: string;
  /** What the process is called. */
  readonly name: string;
  readonly version: number;
  readonly file: string;
  readonly content: string;
  /** The versions that changed it, the newest first. */
  readonly changes: readonly { readonly version: number; readonly deployedAt: string }[];
}

/** Whatever can run a statement: a transaction, or the database by itself. */
export type Reader = Pick<Transaction, 'query'>;

const columns = 'id, process_key, version, name, deployment_id, resource_name, sha256, deployed_at, suspended_at';
