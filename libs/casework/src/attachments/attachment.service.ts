import { Injectable } from '@nestjs/common';
import type { Principal } from '@lianban/identity';
import { Database, isUuid, newId, type Transaction } from '@lianban/platform';
import { ActRunner } from '../acts/act-runner.service.js';
import { actRefused } from '../casework.errors.js';
import { CaseLooks } from '../personal/case-looks.service.js';
import { CaseAccess } from '../cases/case-access.js';
import { lockCase } from '../cases/case-record.sql.js';
import { PublicStatusService } from '../cases/public-status.service.js';
import { trailActorOf } from '../trail/act-line.js';
import type { TrailActor } from '../trail/trail-entry.js';
import { attachmentRefused, attachmentUnknown } from './attachment.errors.js';
import { AttachmentFiles, type AttachmentContent } from './attachment-files.service.js';
import { mostFiles, mostOfResident } from './attachment.rules.js';
import { attachmentsOf, findAttachment, insertAttachment, markRemoved, type AttachmentRow } from './attachment.sql.js';
import type { Attachment, Upload } from './attachment.js';

/** Photos and papers of cases: their content beside the database, what they are and who brought them in it. */
@Injectable()
export class AttachmentService {
  readonly #database: Database;
  readonly #cases: CaseAccess;
  readonly #status: PublicStatusService;
  readonly #acts: ActRunner;
  readonly #files: AttachmentFiles;
  readonly #looks: CaseLooks;

  constructor(
    database: Database,
    cases: CaseAccess,
    status: PublicStatusService,
    acts: ActRunner,
    files: AttachmentFiles,
    looks: CaseLooks,
  ) {
    this.#looks = looks;
    this.#database = database;
    this.#cases = cases;
    this.#status = status;
    this.#acts = acts;
    this.#files = files;
  }

  /** The files of a case that one may read. @throws permission-missing, case-unknown */
  async list(principal: Principal, caseId: string): Promise<Attachment[]> {
    await this.#cases.require(principal, caseId);
    return (await attachmentsOf(this.#database, caseId)).map((row) => ({
      id: row.id,
      name: row.name,
      type: row.type,
      size: row.size,
      addedBy: row.addedByName,
      addedAt: row.addedAt.toISOString(),
      canRemove: row.addedBy === principal.accountId,
    }));
  }

  /** Puts a file to an open case that one may read. @throws permission-missing, case-unknown, case-ended, attachment-refused */
  async add(principal: Principal, caseId: string, upload: Upload): Promise<Attachment[]> {
    await this.#cases.require(principal, caseId);
    const by = { id: principal.accountId, name: principal.displayName, actor: trailActorOf(principal) };
    await this.#add(caseId, upload, by);
    return await this.list(principal, caseId);
  }

  /** Puts a file to one's own open request. @throws case-unknown, case-ended, attachment-refused */
  async addAsResident(code: string, queryCode: string, upload: Upload): Promise<void> {
    const { id, mergedInto } = await this.#status.require(code, queryCode);
    await this.#add(mergedInto ?? id, upload, { id: null, name: '居民', actor: { name: '居民' } });
  }

  /** The content of a file of a case that one may read. @throws permission-missing, attachment-unknown */
  async open(principal: Principal, id: string): Promise<AttachmentContent> {
    const row = await this.#require(principal, id);
    const content = await this.#files.open(row);
    if (!content) throw attachmentUnknown(id);
    await this.#looks.note(principal, row.caseId, 'file');
    return content;
  }

  /** Takes away what one brought oneself, from an open case. @throws permission-missing, attachment-unknown, case-ended */
  async remove(principal: Principal, id: string): Promise<Attachment[]> {
    const row = await this.#require(principal, id);
    if (row.addedBy !== principal.accountId) throw attachmentUnknown(id);
    await this.#database.transaction(async (tx) => {
      await requireOpen(tx, row.caseId);
      const at = this.#acts.now();
      await markRemoved(tx, id, at);
      const line = { at, kind: 'detached', title: '删除附件', detail: { file: row.name, sha256: row.sha256 } } as const;
      await this.#acts.tell(tx, row.caseId, { ...line, actor: trailActorOf(principal) });
    });
    return await this.list(principal, row.caseId);
  }

  async #add(
    caseId: string,
    upload: Upload,
    by: { readonly id: string | null; readonly name: string; readonly actor: TrailActor },
  ): Promise<void> {
    const file = await this.#files.put(upload);
    const { name, sha256 } = file;
    await this.#database.transaction(async (tx) => {
      await requireOpen(tx, caseId);
      const files = await attachmentsOf(tx, caseId);
      if (files.some((each) => each.sha256 === sha256)) return; // the same again
      const most = by.id === null ? mostOfResident : mostFiles;
      if (files.filter((each) => by.id !== null || each.addedBy === null).length >= most)
        throw attachmentRefused(`there are ${most} already`, `最多 ${most} 个附件`);
      const at = this.#acts.now();
      const row = { ...file, id: newId(), caseId };
      await insertAttachment(tx, { ...row, addedBy: by.id, addedByName: by.name, addedAt: at });
      const line = { at, kind: 'attached', title: '上传附件', detail: { file: name, sha256 } } as const;
      await this.#acts.tell(tx, caseId, { ...line, actor: by.actor });
    });
  }

  async #require(principal: Principal, id: string): Promise<AttachmentRow> {
    const row = isUuid(id) ? await findAttachment(this.#database, id) : undefined;
    if (!row) throw attachmentUnknown(id);
    await this.#cases.require(principal, row.caseId);
    return row;
  }
}

/** Locks the case. @throws case-ended */
async function requireOpen(tx: Transaction, caseId: string): Promise<void> {
  const { state } = await lockCase(tx, caseId);
  if (state !== 'open') throw actRefused('case-ended', 'The case is over, so its files stay as they are.');
}
