import { Injectable } from '@nestjs/common';
import type { Transaction } from '@lianban/platform';
import { InstanceUnknownError } from '../engine.errors.js';
import type { InstanceRow } from './instance-row.js';

/** Reads instances inside a unit of work. */
@Injectable()
export class InstanceStore {
  /**
   * Locks the call hierarchy of an instance until the end of the transaction and reads the instance, in one statement.
   * Commands on one hierarchy queue up here.
   *
   * @throws InstanceUnknownError
   */
  async lock(tx: Transaction, instanceId: string): Promise<InstanceRow> {
    const [row] = await tx.query<InstanceRow>({
      name: 'engine.lock_instance',
      text: 'SELECT * FROM engine.lock_instance($1)',
      values: [instanceId],
    });
    if (!row) throw new InstanceUnknownError(instanceId);
    return row;
  }

  /** Reads instances whose hierarchy the transaction already holds; unknown ids are left out. */
  async readHeld(tx: Transaction, instanceIds: readonly string[]): Promise<InstanceRow[]> {
    return tx.query<InstanceRow>({
      name: 'engine.read_instances',
      text: 'SELECT * FROM engine.instance WHERE id = ANY ($1::uuid[])',
      values: [instanceIds],
    });
  }
}
