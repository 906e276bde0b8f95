import { Injectable } from '@nestjs/common';
import {
  ActRunner,
  AttachmentFiles,
  attachmentRefused,
  attachmentUnknown,
  mostFiles,
  trailActorOf,
  type AttachmentContent,
  type IdempotentRequest,
  type Upload,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Database, newId } from '@lianban/platform';
import { topicNotOpen } from '../meetings/meeting.errors.js';
import { MeetingService } from '../meetings/meeting.service.js';
import type { AgendaTopic, MeetingView } from '../meetings/meeting.js';
import { meetingStageWrong, notYourUnit } from '../participants/participant.errors.js';
import {
  broughtFor,
  insertMaterial,
  lockFilesOf,
  markMaterialRemoved,
  materialsOf,
  type MaterialRow,
} from './material.sql.js';
import type { Material } from './material.js';

/** What the units of a meeting read: the files of its cases, and those that were brought for a topic. */
@Injectable()
export class MaterialService {
  readonly #database: Database;
  readonly #meetings: MeetingService;
  readonly #files: AttachmentFiles;
  readonly #acts: ActRunner;

  constructor(database: Database, meetings: MeetingService, files: AttachmentFiles, acts: ActRunner) {
    this.#database = database;
    this.#meetings = meetings;
    this.#files = files;
    this.#acts = acts;
  }

  /** For who may see the meeting. @throws permission-missing, meeting-unknown */
  async list(principal: Principal, meetingId: string): Promise<Material[]> {
    const { stage } = await this.#meetings.get(principal, meetingId);
    const rows = await materialsOf(this.#database, meetingId, this.#meetings.readerOf(principal));
    return rows.map((row) => materialOf(row, principal, stage !== 'issued'));
  }

  /**
   * Brings a file for a topic: for who organises the meeting and for who speaks for one of its units, until the minutes
   * are out. The same file is kept once.
   *
   * @throws permission-missing, meeting-unknown, not-your-unit, meeting-stage-wrong, topic-not-open, attachment-refused,
   *   idempotency-key-reused
   */
  async add(
    principal: Principal,
    { meetingId, topicId }: { readonly meetingId: string; readonly topicId: string },
    upload: Upload,
    request?: IdempotentRequest,
  ): Promise<Material[]> {
    const meeting = await this.#meetings.get(principal, meetingId);
    const topic = this.#topicFor(principal, meeting, topicId);
    const file = await this.#files.put(upload);
    await this.#acts.run(request, async (tx) => {
      await lockFilesOf(tx, topic.caseId);
      const known = await materialsOf(tx, meetingId, this.#meetings.readerOf(principal));
      if (known.some((each) => each.topicId === topicId && each.sha256 === file.sha256)) return {};
      if ((await broughtFor(tx, topicId)) >= mostFiles)
        throw attachmentRefused(
          `${mostFiles} were brought for the topic already, with those that were taken away`,
          `每个议题最多 ${mostFiles} 个材料（含已删除的）`,
        );
      const at = this.#acts.now();
      const by = { id: principal.accountId, name: principal.displayName };
      if (!(await insertMaterial(tx, { id: newId(), topicId, now: at }, file, by))) return {};
      const line = { at, kind: 'attached', title: '上传议题材料', actor: trailActorOf(principal) } as const;
      const detail = { file: file.name, sha256: file.sha256, meeting: meeting.title };
      await this.#acts.tell(tx, topic.caseId, { ...line, detail });
      return {};
    });
    return await this.list(principal, meetingId);
  }

  /** The content of a file of the meeting. @throws permission-missing, meeting-unknown, attachment-unknown */
  async open(principal: Principal, meetingId: string, id: string): Promise<AttachmentContent> {
    const content = await this.#files.open(await this.#require(principal, meetingId, id));
    if (!content) throw attachmentUnknown(id);
    return content;
  }

  /**
   * Takes away what one brought oneself, until the minutes are out.
   *
   * @throws permission-missing, meeting-unknown, attachment-unknown
   */
  async remove(principal: Principal, meetingId: string, id: string): Promise<Material[]> {
    const row = await this.#require(principal, meetingId, id);
    const mine = (await this.list(principal, meetingId)).some((each) => each.id === id && each.canRemove);
    if (!mine) throw attachmentUnknown(id);
    await this.#acts.run(undefined, async (tx) => {
      await lockFilesOf(tx, row.caseId);
      const at = this.#acts.now();
      if (!(await markMaterialRemoved(tx, id, at))) return {};
      const line = { at, kind: 'detached', title: '删除议题材料', actor: trailActorOf(principal) } as const;
      await this.#acts.tell(tx, row.caseId, { ...line, detail: { file: row.name, sha256: row.sha256 } });
      return {};
    });
    return await this.list(principal, meetingId);
  }

  #topicFor(principal: Principal, meeting: MeetingView, topicId: string): AgendaTopic {
    const speaks = meeting.participants.some(({ unitId }) => this.#meetings.speaksFor(principal, unitId));
    if (!meeting.canDecide && !speaks) throw notYourUnit(principal.units[0]?.name ?? '');
    if (meeting.stage === 'issued') throw meetingStageWrong('the minutes are out');
    const topic = meeting.agenda.find(({ id }) => id === topicId);
    if (!topic || (topic.state !== 'scheduled' && topic.state !== 'decided')) throw topicNotOpen(topic?.state);
    return topic;
  }

  async #require(principal: Principal, meetingId: string, id: string): Promise<MaterialRow> {
    await this.#meetings.get(principal, meetingId);
    const rows = await materialsOf(this.#database, meetingId, this.#meetings.readerOf(principal));
    const row = rows.find((each) => each.id === id);
    if (!row) throw attachmentUnknown(id);
    return row;
  }
}

function materialOf(row: MaterialRow, principal: Principal, open: boolean): Material {
  const { id, topicId, source, name, type, size, addedBy } = row;
  const canRemove = open && source === 'topic' && row.addedById === principal.accountId;
  return { id, topicId, source, name, type, size, addedBy, addedAt: row.addedAt.toISOString(), canRemove };
}
