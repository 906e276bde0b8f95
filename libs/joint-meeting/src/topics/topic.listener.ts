import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EngineListeners, type EngineListener, type StepRecord } from '@lianban/engine';
import { idsOfPath, UnitService } from '@lianban/organisation';
import { newId, type Transaction } from '@lianban/platform';
import { endedTasks, queuedTasks, reasonOf, unitsOf, type QueuedTask } from './topic.rules.js';

/** Puts user tasks of diagrams on the joint meeting's queue and takes them off, in the transaction of their step. */
@Injectable()
export class TopicListener implements EngineListener, OnModuleInit {
  readonly #listeners: EngineListeners;
  readonly #units: UnitService;

  constructor(listeners: EngineListeners, units: UnitService) {
    this.#listeners = listeners;
    this.#units = units;
  }

  onModuleInit(): void {
    this.#listeners.register(this);
  }

  async onStep(tx: Transaction, record: StepRecord): Promise<void> {
    for (const task of queuedTasks(record)) await this.#queue(tx, record, task);
    const ended = endedTasks(record);
    if (ended.length === 0) return;
    await tx.query({
      name: 'joint-meeting-end-topics',
      text: `UPDATE joint_meeting.topic SET state = ended.state, decided_at = $3
             FROM jsonb_to_recordset($2::jsonb) AS ended(key int, state text)
             WHERE instance_id = $1 AND topic.key = ended.key AND topic.state IN ('queued', 'scheduled')`,
      values: [record.instanceId, JSON.stringify(ended), record.at],
    });
  }

  async #queue(tx: Transaction, record: StepRecord, task: QueuedTask): Promise<void> {
    const involved = unitsOf(record);
    const units = await this.#units.standing([...involved, ...(task.unit === undefined ? [] : [task.unit])], tx);
    const named = involved.flatMap((id) => units.get(id) ?? []);
    const visibleTo = [...units.values()].flatMap((unit) => idsOfPath(unit.path));
    // A process that handles no case has nothing for the queue to show.
    await tx.query({
      name: 'joint-meeting-queue-topic',
      text: `INSERT INTO joint_meeting.topic (id, case_id, instance_id, key, reason, unit_ids, unit_names, visible_to, queued_at)
             SELECT $1, file.id, $2, $3, $4, $5, $6, $7, $8 FROM casework.case_file file WHERE file.instance_id = $9`,
      values: [
        newId(),
        record.instanceId,
        task.key,
        reasonOf(record),
        named.map(({ id }) => id),
        named.map(({ name }) => name),
        [...new Set(visibleTo)],
        record.at,
        record.rootId,
      ],
    });
  }
}
