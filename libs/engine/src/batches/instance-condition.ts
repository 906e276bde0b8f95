import type { InstanceFilter } from './batch.js';

/** The filter as SQL over `i` and `d`, with its values from `$first` on. */
export function conditionOf(filter: InstanceFilter, first: number): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const place = (value: unknown): string => `$${first - 1 + values.push(value)}`;
  const parts = ['i.ended_at IS NULL'];
  if (filter.processKey !== undefined) parts.push(`d.process_key = ${place(filter.processKey)}`);
  if (filter.version !== undefined) parts.push(`d.version = ${place(filter.version)}`);
  if (filter.businessKey !== undefined) parts.push(`i.business_key = ${place(filter.businessKey)}`);
  if (filter.instanceIds !== undefined) parts.push(`i.id = ANY (${place(filter.instanceIds)}::uuid[])`);
  if (filter.withIncident !== undefined) parts.push(`(i.incident_count > 0) = ${place(filter.withIncident)}`);
  if (filter.suspended !== undefined) parts.push(`(i.status = 'suspended') = ${place(filter.suspended)}`);
  if (filter.elementId !== undefined)
    parts.push(`EXISTS (SELECT 1 FROM jsonb_each(i.state -> 'elements') e
      WHERE e.value ->> 'elementId' = ${place(filter.elementId)})`);
  if (filter.calendar !== undefined)
    parts.push(`EXISTS (SELECT 1 FROM jsonb_each(i.state -> 'timers') t
      WHERE t.value ->> 'calendar' = ${place(filter.calendar)})`);
  return { where: parts.join(' AND '), values };
}
