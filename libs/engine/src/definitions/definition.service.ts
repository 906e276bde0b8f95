import { Inject, Injectable } from '@nestjs/common';
import {
  compileDeployment,
  startTriggers,
  type CallActivity,
  type CompiledDefinitions,
  type CompiledProcess,
  type InstallationNames,
  type Problem,
  type StartTrigger,
} from '@lianban/bpmn';
import {
  CLOCK,
  decodeCursor,
  newId,
  pageOf,
  textMark,
  type Clock,
  type Page,
  type Transaction,
} from '@lianban/platform';
import { EngineCalendars } from '../calendars/engine-calendars.js';
import type { Actor } from '../commands/actor.js';
import { DefinitionMovedError, DefinitionUnknownError, DeploymentRefusedError } from '../engine.errors.js';
import { StartTriggerStore } from '../starts/start-trigger.store.js';
import { DefinitionStore, type DecisionFile, type LatestVersion, type Reader } from './definition.store.js';
import type { Definition, RunnableDefinition } from './definition.js';
import { LruCache } from './lru-cache.js';
import { fileOfProcess, hashOfFiles, type SourceFile } from './source-file.js';

/** What a deployment came to. */
export interface DeployResult {
  /** Id of the new deployment, or of the one that already holds this content. */
  readonly deployment: string;
  readonly definitions: readonly (Definition & { readonly isNew: boolean })[];
  /** Warnings; errors refuse the deployment. */
  readonly problems: readonly Problem[];
}

/** Who deploys, and the names that diagrams may use. */
export interface DeployOptions extends InstallationNames {
  readonly actor: Actor;
  /** For processes by their key, the latest version that the deployer knows; 0 where they know of none. */
  readonly bases?: Readonly<Record<string, number>>;
}

/** Deploys diagrams and hands them out, compiled and cached: what is deployed never changes. */
@Injectable()
export class DefinitionService {
  readonly #runnable = new LruCache<string, Promise<RunnableDefinition>>(500);
  /** By hash of the content, so that equal deployments are compiled once. */
  readonly #compiled = new LruCache<string, Promise<CompiledDefinitions>>(100);

  constructor(
    private readonly store: DefinitionStore,
    private readonly starts: StartTriggerStore,
    private readonly calendars: EngineCalendars,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Validates all files together and stores them with the next version of each process. The same content as the latest
   * version stores nothing.
   *
   * @param options.calendars when given, a timer that names another calendar is refused
   * @param options.groups when given, a user task that names another candidate group is refused
   * @throws DeploymentRefusedError unprocessable `deployment-refused`, with every problem found
   * @throws DefinitionMovedError conflict `definition-moved`, when somebody deployed after `options.bases`
   */
  async deploy(tx: Transaction, files: readonly SourceFile[], options: DeployOptions): Promise<DeployResult> {
    const { definitions, problems } = await compileDeployment([...files], options);
    if (!definitions) throw new DeploymentRefusedError(problems);

    await this.store.lockDeploying(tx);
    const sha256 = hashOfFiles(files);
    const current = await this.store.findCurrentDeployment(tx, sha256);
    if (current !== undefined) {
      const unchanged = await this.store.ofDeployment(tx, current);
      return { deployment: current, definitions: unchanged.map((each) => ({ ...each, isNew: false })), problems };
    }
    await this.#requireLatest(tx, options.bases ?? {});
    const deployment = { id: newId(), sha256, at: this.clock.now(), actor: options.actor, files };
    await this.store.insertDeployment(tx, deployment);
    const stored: (Definition & { isNew: boolean })[] = [];
    for (const process of definitions.processes.values()) {
      const file = fileOfProcess(files, process.id);
      if (!file) throw new Error(`expected one of the deployed files to declare the process "${process.id}"`);
      const definition = await this.store.insertDefinition(tx, {
        id: newId(),
        key: process.id,
        name: process.name,
        deploymentId: deployment.id,
        resourceName: file.name,
        sha256,
        deployedAt: deployment.at,
      });
      await this.starts.replace(tx, definition, this.#startsOf(process, definition.deployedAt, file.name));
      stored.push({ ...definition, isNew: true });
    }
    return { deployment: deployment.id, definitions: stored, problems };
  }

  /** The latest version of a process with who deployed it; undefined when there is none. */
  async latest(tx: Reader, key: string): Promise<LatestVersion | undefined> {
    return (await this.store.latestOf(tx, [key]))[0];
  }

  /** Files with decisions of the latest versions, by process and file, each with the versions that changed it. */
  async decisionFiles(
    tx: Reader,
    paging: { readonly limit: number; readonly after?: string },
  ): Promise<Page<DecisionFile>> {
    const [key, file] = paging.after === undefined ? ['', ''] : decodeCursor(paging.after).map(String);
    const rows = await this.store.decisionFilesAfter(tx, { key: key ?? '', file: file ?? '' }, paging.limit);
    return pageOf(rows, paging.limit, (row) => [row.key, row.file]);
  }

  /** The latest version of every process, by key. @throws cursor-invalid */
  async list(tx: Reader, paging: { readonly limit: number; readonly after?: string }): Promise<Page<Definition>> {
    const rows = await this.store.latestAfter(tx, textMark(paging.after) ?? '', paging.limit);
    return pageOf(rows, paging.limit, ({ key }) => [key]);
  }

  /** Names of the processes in use whose diagrams or tables quote one of these words, with the word. */
  async quoting(tx: Reader, words: readonly string[]): Promise<{ readonly name: string; readonly word: string }[]> {
    return await this.store.latestQuoting(tx, words);
  }

  /** Versions of all processes or of one, by key, the newest first; with `latest` only the newest of each. */
  async find(
    tx: Reader,
    filter: { readonly key?: string | undefined; readonly latest?: boolean | undefined },
    paging: { readonly first: number; readonly limit: number },
  ): Promise<Definition[]> {
    return this.store.find(tx, filter, paging);
  }

  /** How many versions {@link find} would find. */
  async count(
    tx: Reader,
    filter: { readonly key?: string | undefined; readonly latest?: boolean | undefined },
  ): Promise<number> {
    return this.store.count(tx, filter);
  }

  /** All versions of a process, the newest first; 500 at most. */
  async versions(tx: Reader, key: string): Promise<Definition[]> {
    return this.store.versionsOf(tx, key);
  }

  /**
   * One version of a process, the latest by default.
   *
   * @throws DefinitionUnknownError not-found `definition-unknown`
   */
  async get(tx: Reader, key: string, version?: number): Promise<Definition> {
    const found =
      version === undefined ? await this.store.findLatest(tx, key) : await this.store.findVersion(tx, key, version);
    if (!found) throw new DefinitionUnknownError(key, version);
    return found;
  }

  /** The definition with this id. @throws DefinitionUnknownError */
  async getById(tx: Reader, definitionId: string): Promise<Definition> {
    const found = await this.store.findById(tx, definitionId);
    if (!found) throw new DefinitionUnknownError(definitionId);
    return found;
  }

  /**
   * Lets nobody start a version, or lets it be started again. Running instances go on.
   *
   * @throws DefinitionUnknownError
   */
  async setSuspended(tx: Transaction, definitionId: string, suspended: boolean): Promise<Definition> {
    const found = await this.store.setSuspended(tx, definitionId, suspended ? this.clock.now() : null);
    if (!found) throw new DefinitionUnknownError(definitionId);
    return found;
  }

  /** The diagram that holds a process, byte for byte as it was deployed. */
  async xml(tx: Reader, key: string, version?: number): Promise<string> {
    return this.store.fileOf(tx, await this.get(tx, key, version));
  }

  /** All files that were deployed together with a definition, as they were given. */
  async files(tx: Reader, definition: Definition): Promise<SourceFile[]> {
    return this.store.filesOf(tx, definition.deploymentId);
  }

  /** The process of an instance, ready to run. */
  async compiled(tx: Reader, definitionId: string): Promise<RunnableDefinition> {
    return await (this.#runnable.get(definitionId) ??
      this.#keep(
        definitionId,
        this.getById(tx, definitionId).then((definition) => this.#make(tx, definition)),
      ));
  }

  /** As {@link compiled}, for a definition that was just read. */
  async runnable(tx: Reader, definition: Definition): Promise<RunnableDefinition> {
    return await (this.#runnable.get(definition.id) ?? this.#keep(definition.id, this.#make(tx, definition)));
  }

  #keep(id: string, runnable: Promise<RunnableDefinition>): Promise<RunnableDefinition> {
    this.#runnable.set(id, runnable);
    runnable.catch(() => this.#runnable.delete(id)); // the caller is told; the next one tries again
    return runnable;
  }

  /** The process that a call activity means, or undefined when nothing like it is deployed. */
  async resolve(
    tx: Reader,
    key: string,
    binding: CallActivity['binding'],
    callerDeployment: string,
  ): Promise<RunnableDefinition | undefined> {
    const found =
      binding === 'latest'
        ? await this.store.findLatest(tx, key)
        : binding === 'deployment'
          ? await this.store.findInDeployment(tx, key, callerDeployment)
          : await this.store.findVersion(tx, key, binding.version);
    return found && this.runnable(tx, found);
  }

  async #requireLatest(tx: Transaction, bases: Readonly<Record<string, number>>): Promise<void> {
    const known = Object.keys(bases);
    if (known.length === 0) return;
    for (const latest of await this.store.latestOf(tx, known))
      if (latest.version > (bases[latest.key] ?? 0)) throw new DefinitionMovedError(latest, bases[latest.key] ?? 0);
  }

  /** What starts the process from now on. @throws DeploymentRefusedError when a computed time is no time */
  #startsOf(process: CompiledProcess, now: Date, file: string): StartTrigger[] {
    const { current, timeZone } = this.calendars;
    try {
      return startTriggers(process, { now: now.toISOString(), calendars: current, timeZone });
    } catch (error) {
      const message = `process "${process.id}": ${error instanceof Error ? error.message : String(error)}`;
      throw new DeploymentRefusedError([{ severity: 'error', code: 'start-timer-invalid', message, file }]);
    }
  }

  async #make(tx: Reader, definition: Definition): Promise<RunnableDefinition> {
    const { processes, decisions } = await this.#compile(tx, definition);
    const process = processes.get(definition.key);
    if (!process)
      throw new Error(`expected deployment ${definition.deploymentId} to hold the process "${definition.key}"`);
    const { id, key, version, name, deploymentId } = definition;
    return { ref: { id, key, version, name }, deploymentId, process, decisions };
  }

  #compile(tx: Reader, { sha256, deploymentId }: Definition): Promise<CompiledDefinitions> {
    const known = this.#compiled.get(sha256);
    if (known) return known;
    const compiled = this.store.filesOf(tx, deploymentId).then(async (files) => {
      const { definitions, problems } = await compileDeployment(files);
      if (!definitions) throw new DeploymentRefusedError(problems);
      return definitions;
    });
    this.#compiled.set(sha256, compiled);
    compiled.catch(() => this.#compiled.delete(sha256)); // the caller is told; the next one tries again
    return compiled;
  }
}
