/** What people are told of, as a fresh installation has it; `{code}`, `{title}`, `{step}` and `{unit}` are filled in. */
interface NoticeKindSeed {
  readonly code: string;
  readonly name: string;
  readonly template: string;
}

/** Kinds of notices in the order of the settings. */
export const noticeKindSeeds: readonly NoticeKindSeed[] = [
  { code: 'due-soon', name: '即将到期', template: '{code}“{title}”的{step}即将到期，请抓紧办理。' },
  { code: 'overdue', name: '办理逾期', template: '{code}“{title}”的{step}（{unit}）已逾期。' },
  { code: 'lapsed', name: '超期上报', template: '{code}“{title}”的{step}（{unit}）未在时限内办结，已自动转交上级。' },
  { code: 'escalated', name: '上级接办', template: '{code}“{title}”因下级超期转到{unit}：{step}。' },
  { code: 'urged', name: '催办', template: '{code}“{title}”被催办，请尽快办理：{step}。' },
  { code: 'transferred', name: '转办', template: '{code}“{title}”的{step}已转给您或本单位。' },
  { code: 'asked', name: '协办与督办', template: '{code}“{title}”有新的任务：{step}（{unit}）。' },
  { code: 'answered', name: '协办与督办答复', template: '{code}“{title}”：{step}，请查看答复。' },
  { code: 'meeting', name: '联席会', template: '{code}“{title}”列入“{step}”，请确认参会人。' },
  { code: 'copied', name: '抄送', template: '{code}“{title}”已抄送给您。' },
];
