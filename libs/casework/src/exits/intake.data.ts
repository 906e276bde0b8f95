import type { ChannelSeed } from '../catalogue/catalogue.data.js';

/** Further channels by which requests arrive, beside those that an installation began with. */
export const furtherChannels: readonly ChannelSeed[] = [
  { code: '12345', name: '12345 转办' },
  { code: 'box', name: '意见箱' },
  { code: 'notice-board', name: '群众问事栏' },
  { code: 'tip-card', name: '服务民生提示卡' },
  { code: 'reception', name: '接待日' },
  { code: 'leader-mailbox', name: '领导信箱' },
  { code: 'online', name: '网络问政' },
  { code: 'tv', name: '电视问政' },
];

/** What residents come with, as a fresh installation has it: the six classes of requests, then what stations find. */
export const kindSeeds: readonly { readonly code: string; readonly name: string }[] = [
  { code: 'consult', name: '咨询' },
  { code: 'help', name: '求助' },
  { code: 'complaint', name: '投诉' },
  { code: 'report', name: '举报' },
  { code: 'suggestion', name: '建议' },
  { code: 'praise', name: '表扬' },
  { code: 'hazard', name: '矛盾隐患' },
  { code: 'dispute', name: '矛盾纠纷' },
  { code: 'backlog', name: '信访积案' },
];

/** A reason not to handle a request here, with what the resident is usually told. */
export interface ExitSeed {
  readonly code: string;
  readonly name: string;
  readonly told: string;
}

/** The six classes that are handled elsewhere (Beijing, 接诉即办工作条例 art. 11). */
export const exitSeeds: readonly ExitSeed[] = [
  {
    code: 'emergency',
    name: '应由紧急渠道处置',
    told: '您反映的情况紧急，请立即拨打 110、119、120 等紧急电话，我们已同时告知相关单位。',
  },
  {
    code: 'legal-remedy',
    name: '应当或者已经通过法定途径解决',
    told: '您反映的事项应当通过诉讼、仲裁、行政复议等法定途径解决，请向受理机关提出。',
  },
  { code: 'repeat', name: '同一事项重复提出且无新情况', told: '您反映的事项已有答复，没有新的情况，不再重复办理。' },
  { code: 'secret', name: '涉及国家秘密、商业秘密或个人隐私', told: '您反映的事项依法不能通过本渠道办理。' },
  { code: 'outside', name: '不属于职责范围', told: '您反映的事项不属于政府及公共服务单位的职责范围。' },
  { code: 'unlawful', name: '违反法律法规或公序良俗', told: '您提出的要求不符合法律法规的规定，不能办理。' },
];
