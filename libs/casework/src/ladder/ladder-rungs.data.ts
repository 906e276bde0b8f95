import type { RungCode } from './ladder.js';

/** A rung as a fresh installation has it; what is absent does not bear on it. */
interface RungSeed {
  readonly code: RungCode;
  readonly name: string;
  /** What is written; `{code}`, `{title}`, `{step}`, `{unit}`, `{due}` and `{times}` are filled in. */
  readonly text: string;
  /** Working days over the term before it is climbed. */
  readonly days?: number;
  /** How often something has to happen. */
  readonly times?: number;
  /** Natural days within which that counts. */
  readonly periodDays?: number;
  /** Working days in which the unit is to answer or to mend it. */
  readonly termDays?: number;
}

/** The supervision ladder (催办 → 督办 → 通报 → 约谈), from the bottom up. */
export const rungSeeds: readonly RungSeed[] = [
  { code: 'remind-due-soon', name: '临期催办', text: '“{step}”将于 {due} 到期，请抓紧办理。' },
  { code: 'remind-overdue', name: '逾期催办', text: '“{step}”已于 {due} 逾期，请立即办理并说明原因。', days: 1 },
  {
    code: 'order-overdue',
    name: '逾期督办',
    text: '{unit}的“{step}”于 {due} 逾期未办，请说明原因和办理情况。',
    days: 0,
    termDays: 5,
  },
  {
    code: 'order-dissatisfied',
    name: '不满意督办',
    text: '诉求人对办理结果不满意，请核实并说明整改情况。',
    termDays: 5,
  },
  {
    code: 'order-still-dissatisfied',
    name: '二次不满意督办',
    text: '二次办理后诉求人仍不满意，请说明原因和下一步措施。',
    termDays: 5,
  },
  {
    code: 'order-returned',
    name: '多次退单督办',
    text: '该诉求已被退单 {times} 次，请明确承办责任并说明办理情况。',
    times: 2,
    termDays: 5,
  },
  {
    code: 'order-many-same',
    name: '集中诉求督办',
    text: '同类诉求短期内已有 {times} 件，请从源头解决并说明情况。',
    times: 3,
    periodDays: 30,
    termDays: 5,
  },
  {
    code: 'bulletin',
    name: '通报',
    text: '{unit}承办的 {code}“{title}”，“{step}”于 {due} 到期，经催办仍未办理，也未说明原因，现予通报。',
    days: 5,
  },
  {
    code: 'talk-repeated',
    name: '多次通报约谈',
    text: '{unit}近期被通报 {times} 次，约谈单位负责人，限期整改。',
    times: 3,
    periodDays: 90,
    termDays: 10,
  },
  {
    code: 'talk-faked',
    name: '虚假办结约谈',
    text: '{unit}对 {code}“{title}”虚假办结，约谈单位负责人，限期整改。',
    termDays: 10,
  },
];
