import { Injectable } from '@nestjs/common';
import {
  AttachmentFiles,
  attachmentRefused,
  attachmentUnknown,
  mostFiles,
  type AttachmentContent,
  type IdempotentRequest,
  type KeptFile,
  type Upload,
} from '@lianban/casework';
import { AccessService, type Principal } from '@lianban/identity';
import { Database, isUuid, newId } from '@lianban/platform';
import { PledgeActs } from './pledge-acts.service.js';
import { pledgeStageWrong } from './pledge.errors.js';
import { filesEver, filesOf, findPublicFile, insertFile, markFileRemoved } from './pledge-file.sql.js';
import { PledgeQueryService } from './pledge-query.service.js';

/** Photos and papers that prove what was done for a pledge; as it is public, residents read them too. */
@Injectable()
export class PledgeFileService {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #query: PledgeQueryService;
  readonly #acts: PledgeActs;
  readonly #files: AttachmentFiles;

  constructor(
    database: Database,
    access: AccessService,
    query: PledgeQueryService,
    acts: PledgeActs,
    files: AttachmentFiles,
  ) {
    this.#database = database;
    this.#access = access;
    this.#query = query;
    this.#acts = acts;
    this.#files = files;
  }

  /**
   * Adds a file until the pledge is reviewed; the same file is kept once.
   *
   * @throws permission-missing, outside-scope, pledge-unknown, pledge-stage-wrong, attachment-refused
   */
  async add(principal: Principal, id: string, upload: Upload, request?: IdempotentRequest): Promise<void> {
    this.#access.require(principal, 'outreach.manage');
    // Whoever may not bring it leaves no content behind.
    const { acts } = await this.#query.get(principal, id);
    if (!acts.includes('attach')) throw pledgeStageWrong('attach', acts);
    const file = await this.#files.put(upload);
    await this.#acts.on({ principal, id, act: 'attach', request }, async (tx) => {
      const known = await filesOf(tx, id);
      if (known.some(({ sha256 }) => sha256 === file.sha256)) return undefined;
      if ((await filesEver(tx, id)) >= mostFiles)
        throw attachmentRefused(
          `the pledge had ${mostFiles} already, with those that were taken away`,
          `每项承诺最多 ${mostFiles} 个佐证文件（含已删除的）`,
        );
      await insertFile(tx, { id: newId(), pledgeId: id, now: this.#acts.now(), by: principal.displayName }, file);
      return { kind: 'pledge-file-added', detail: { file: file.name, sha256: file.sha256 } };
    });
  }

  /** Takes a file away until the pledge is reviewed. @throws as add, attachment-unknown */
  async remove(principal: Principal, id: string, fileId: string): Promise<void> {
    await this.#acts.on({ principal, id, act: 'attach', request: undefined }, async (tx) => {
      const file = (await filesOf(tx, id)).find((each) => each.id === fileId);
      if (!file) throw attachmentUnknown(fileId);
      await markFileRemoved(tx, fileId, this.#acts.now());
      return { kind: 'pledge-file-removed', detail: { file: file.name, sha256: file.sha256 } };
    });
  }

  /** The content of a file. @throws permission-missing, pledge-unknown, attachment-unknown */
  async open(principal: Principal, id: string, fileId: string): Promise<AttachmentContent> {
    await this.#query.get(principal, id);
    return await this.#content(
      fileId,
      (await filesOf(this.#database, id)).find((each) => each.id === fileId),
    );
  }

  /** The content of a file of a public pledge. @throws attachment-unknown */
  async openPublic(id: string, fileId: string): Promise<AttachmentContent> {
    const known = isUuid(id) && isUuid(fileId);
    return await this.#content(fileId, known ? await findPublicFile(this.#database, id, fileId) : undefined);
  }

  async #content(id: string, file: KeptFile | undefined): Promise<AttachmentContent> {
    const content = file && (await this.#files.open(file));
    if (!content) throw attachmentUnknown(id);
    return content;
  }
}
