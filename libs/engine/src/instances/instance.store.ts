import { Injectable } from '@nestjs/common';
import type { Transaction } from '@lianban/platform';
import { InstanceUnknownError } from '../engine.errors.js';
import type { InstanceRow } from './instance-row.js';

/** Reads instances inside a unit of work. */
@Injectable()
export class InstanceStore {
  /**
   * Locks the call hierarchy of an instance until the end of the transaction and reads the instance. Commands on one
   * hierarchy queue up here. Most instances were called by nobody, so that they lock themselves is tried first.
   *
   * @throws InstanceUnknownError
   */
  async lock(tx: Transaction, instanceId: string): Promise<InstanceRow> {
    const [outermost] = await tx.query<InstanceRow>({
      name: 'engine.lock_outermost',
      text: `SELECT ${columns} FROM engine.instance WHERE id = $1 AND root_id = $1 FOR UPDATE`,
      values: [instanceId],
    });
    if (outermost) return outermost;
    const [called] = await tx.query<InstanceRow>({
      name: 'engine.lock_instance',
      text: `SELECT ${columns} FROM engine.lock_instance($1)`,
      values: [instanceId],
    });
    if (!called) throw new InstanceUnknownError(instanceId);
    return called;
  }

  /**
   * Locks the call hierarchies of several instances, always in the same order, and reads the instances; unknown ids
   * are left out.
   */
  async lockAll(tx: Transaction, instanceIds: readonly string[]): Promise<InstanceRow[]> {
    await tx.query({
      name: 'engine.lock_roots',
      text: `SELECT 1 FROM engine.instance
        WHERE id IN (SELECT root_id FROM engine.instance WHERE id = ANY ($1::uuid[])) ORDER BY id FOR UPDATE`,
      values: [instanceIds],
    });
    return this.readHeld(tx, instanceIds);
  }

  /** Reads instances whose hierarchy the transaction already holds; unknown ids are left out. */
  async readHeld(tx: Transaction, instanceIds: readonly string[]): Promise<InstanceRow[]> {
    return tx.query<InstanceRow>({
      name: 'engine.read_instances',
      text: `SELECT ${columns} FROM engine.instance WHERE id = ANY ($1::uuid[])`,
      values: [instanceIds],
    });
  }
}

const columns = 'id, definition_id, root_id, parent_id, parent_key, business_key, status, revision, state, stepped_at';
