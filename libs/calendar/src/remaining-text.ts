import type { Remaining } from './remaining.js';

/** A remaining term in Chinese, by its largest unit: `剩 2 个工作日`, `剩 3 小时`, `剩 20 分钟`, `超期 1 个工作日`. */
export function remainingText({ overdue, workingDays, hours, minutes, dayUnit }: Remaining): string {
  const verb = overdue ? '超期' : '剩';
  if (workingDays > 0) return `${verb} ${workingDays} ${dayUnit === 'working-day' ? '个工作日' : '天'}`;
  if (hours > 0) return `${verb} ${hours} 小时`;
  if (minutes > 0) return `${verb} ${minutes} 分钟`;
  return `${verb}不足 1 分钟`;
}
