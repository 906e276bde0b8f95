import { taskIdOf, type InstanceJournal } from '@lianban/engine';

/** One activity, event or gateway that an instance passed, as its journal tells. */
export interface ActivityRecord {
  readonly id: string;
  readonly instanceId: string;
  readonly definition: InstanceJournal['definition'];
  readonly elementId: string;
  readonly startedAt: Date;
  endedAt: Date | null;
  canceled: boolean;
  task?: { readonly name: string; readonly assignee?: string };
}

/** What an instance passed, in order of activation. */
export function activitiesOf({ instanceId, definition, entries }: InstanceJournal): ActivityRecord[] {
  const found = new Map<number, ActivityRecord>();
  for (const { at, events } of entries)
    for (const event of events) {
      switch (event.type) {
        case 'element-activated': {
          const { key, elementId } = event;
          const id = taskIdOf(instanceId, key);
          found.set(key, { id, instanceId, definition, elementId, startedAt: at, endedAt: null, canceled: false });
          break;
        }
        case 'user-task-created': {
          const record = found.get(event.key);
          if (record) record.task = event.task;
          break;
        }
        case 'element-completed':
        case 'element-terminated': {
          const record = found.get(event.key);
          if (record) Object.assign(record, { endedAt: at, canceled: event.type === 'element-terminated' });
          break;
        }
        default:
          break;
      }
    }
  return [...found.values()];
}
