import type { Light } from '@lianban/casework';

/** Why a case came before the joint meeting. The diagram names it in its variable `meetingReason`. */
export type TopicReason = 'several-departments' | 'returned-twice' | 'department-lapse' | 'return-unreviewed' | 'other';

/** The reasons in the words of the screen. */
export const topicReasonNames: Readonly<Record<TopicReason, string>> = {
  'several-departments': '涉及多个部门',
  'returned-twice': '两次退单',
  'department-lapse': '部门逾期未办',
  'return-unreviewed': '退单逾期未审',
  other: '其他',
};

/** Whether a value of a process variable is a reason that the queue knows. */
export function isTopicReason(value: unknown): value is TopicReason {
  return typeof value === 'string' && Object.hasOwn(topicReasonNames, value);
}

/** One line of the joint-meeting queue. */
export interface QueueItem {
  readonly id: string;
  readonly caseId: string;
  readonly code: string;
  readonly title: string;
  readonly reason: TopicReason;
  readonly reasonName: string;
  /** It is on the agenda of a meeting already. */
  readonly scheduled: boolean;
  /** How many meetings put it off to a later one. */
  readonly postponed: number;
  /** The unit that prepares the topic. */
  readonly unit: string | null;
  /** The units that have to deal with each other. */
  readonly units: readonly string[];
  readonly queuedAt: string;
  readonly dueAt: string | null;
  readonly light: Light | null;
  readonly remaining: string | null;
  /** The user task by which the topic is decided. */
  readonly taskId: string;
}
