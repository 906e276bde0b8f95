import type { FieldError } from '@lianban/platform';
import type { ReferenceValue } from '../reference/reference-list.js';
import type { Campaign } from './campaign.js';

/** Why a case cannot be registered for a campaign today; undefined: it can. */
export function closedToday({ name, from, to, active }: Omit<Campaign, 'units'>, today: string): string | undefined {
  if (!active) return `专项行动“${name}”已停用`;
  if (today < from) return `专项行动“${name}”${from} 才开始`;
  return today > to ? `专项行动“${name}”已于 ${to} 结束` : undefined;
}

/** What must hold between the fields of a campaign. */
export function campaignProblems(values: Readonly<Record<string, ReferenceValue>>): FieldError[] {
  const { from, to } = values;
  const turned = typeof from === 'string' && typeof to === 'string' && from > to;
  return turned ? [{ field: 'values.to', message: '不能早于开始日期' }] : [];
}
