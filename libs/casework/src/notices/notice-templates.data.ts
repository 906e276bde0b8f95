import type { Placeholder } from './template.js';

/** A template as a fresh installation has it. */
export interface TemplateSeed {
  readonly code: string;
  readonly language: 'zh-CN' | 'en';
  readonly title: string | null;
  readonly body: string;
}

/** What a preview puts for each name that some template may use. */
const samples = {
  code: 'LB20260302-000001',
  title: '路灯不亮',
  step: '工作站办理',
  unit: '东门社区工作站',
  dueAt: '2026-03-05 17:30',
  name: '陈晓燕',
  count: '3',
  text: 'LB20260302-000001“路灯不亮”的工作站办理即将到期，请抓紧办理。',
  notices: 'LB20260302-000001“路灯不亮”的工作站办理即将到期，请抓紧办理。\nhttps://lianban.example.gov.cn/cases/1',
  queryCode: '20260302',
  url: 'https://lianban.example.gov.cn/public/progress',
  time: '2026-03-05 09:20',
  place: '社区服务大厅',
  reason: '接待人临时有会',
} as const;

const ofNotices: readonly (keyof typeof samples)[] = ['code', 'title', 'step', 'unit', 'dueAt'];
const ofVolunteers: readonly (keyof typeof samples)[] = ['step', 'unit', 'dueAt'];
const ofMails: readonly (keyof typeof samples)[] = ['name', 'count', 'text', 'notices'];
const ofResidents: readonly (keyof typeof samples)[] = ['code', 'queryCode', 'url'];
const ofBookings: readonly (keyof typeof samples)[] = ['code', 'unit', 'time', 'place'];

/** Templates that tell something else than notices of a case: what the code can tell there, and whether a title is shown. */
const others: Readonly<
  Record<string, { readonly facts: readonly (keyof typeof samples)[]; readonly titled: boolean }>
> = {
  'mutual-offered': { facts: ofVolunteers, titled: true },
  'mutual-ended': { facts: ofVolunteers, titled: true },
  'mail-one': { facts: ofMails, titled: true },
  'mail-several': { facts: ofMails, titled: true },
  'short-several': { facts: ['count', 'text'], titled: false },
  'resident-receipt': { facts: ofResidents, titled: false },
  'resident-due': { facts: [...ofResidents, 'dueAt'], titled: false },
  'resident-answered': { facts: ofResidents, titled: false },
  'booking-receipt': { facts: [...ofBookings, 'queryCode', 'url'], titled: false },
  'booking-cancelled': { facts: [...ofBookings, 'reason'], titled: false },
};

/** The names that a template may use. */
export function placeholdersOf(code: string): readonly Placeholder[] {
  return (others[code]?.facts ?? ofNotices).map((name) => ({ name, sample: samples[name] }));
}

/** Whether a title is shown beside the text. */
export function hasTitle(code: string): boolean {
  return others[code]?.titled ?? true;
}

const mailFoot = '此邮件由联办平台自动发送，请勿回复。';
const mailFootEn = 'Sent by Lianban; replies are not read.';

/** Templates beside those of notices, in Chinese, and all of them in English. */
export const templateSeeds: readonly TemplateSeed[] = [
  zh('mail-one', '{text}', `{name}，您好：\n\n{notices}\n\n${mailFoot}`),
  zh('mail-several', '联办：{count} 条提醒', `{name}，您好：\n\n{notices}\n\n${mailFoot}`),
  zh('short-several', null, '您有 {count} 条提醒：{text} 其余请登录联办平台查看。'),
  zh('resident-receipt', null, '您的诉求已登记，编号 {code}，查询码 {queryCode}，凭此查询办理进度。'),
  zh('resident-due', null, '您的诉求 {code} 目前环节的办理时限调整为 {dueAt}。'),
  zh('resident-answered', null, '您的诉求 {code} 已答复，请凭编号和查询码 {queryCode} 查看并评价。'),
  en('due-soon', 'Due soon', '{code} "{title}": {step} is due soon.'),
  en('overdue', 'Overdue', '{code} "{title}": {step} ({unit}) is overdue.'),
  en('lapsed', 'Handed up', '{code} "{title}": {step} ({unit}) was not done in time and went up.'),
  en('escalated', 'From below', '{code} "{title}" was not done in time below and came to {unit}: {step}.'),
  en('urged', 'Urged', '{code} "{title}" is urged, please go on: {step}.'),
  en('transferred', 'Transferred', '{code} "{title}": {step} was handed to you or your unit.'),
  en('asked', 'Assist or order', '{code} "{title}" has a new task: {step} ({unit}).'),
  en('answered', 'Answer to you', '{code} "{title}": {step}, there is an answer.'),
  en('meeting', 'Joint meeting', '{code} "{title}" is on the agenda of "{step}", please say who comes.'),
  en('copied', 'Copy', '{code} "{title}" was copied to you.'),
  en('mail-one', '{text}', `Dear {name},\n\n{notices}\n\n${mailFootEn}`),
  en('mail-several', 'Lianban: {count} notices', `Dear {name},\n\n{notices}\n\n${mailFootEn}`),
  en('short-several', null, 'You have {count} notices: {text} Sign in for the others.'),
  en('resident-receipt', null, 'Your request is registered: number {code}, query code {queryCode}.'),
  en('resident-due', null, 'The present step of your request {code} is now due at {dueAt}.'),
  en('resident-answered', null, 'Your request {code} is answered; look it up with query code {queryCode}.'),
];

/** What is told of whistles, which came before there were languages. */
export const whistleTemplateSeeds: readonly TemplateSeed[] = [
  en('whistle', 'Whistle', '{code} "{title}": {unit} is called ({step}), please be there in time.'),
  en('whistle-absent', 'Absent', '{code} "{title}": {unit} was called and did not come in time ({step}).'),
];

/** What is told of matters that are offered to volunteers: to them nothing of the case but what they may know. */
export const mutualAidNoticeSeeds: readonly { readonly code: string; readonly name: string }[] = [
  { code: 'mutual-offered', name: '互助事项' },
  { code: 'mutual-back', name: '互助转回窗口' },
  { code: 'mutual-ended', name: '互助事项终止' },
];

/** Their texts. */
export const mutualAidTemplateSeeds: readonly TemplateSeed[] = [
  zh('mutual-offered', '互助事项', '{unit}有一件互助事项（{step}）可以认领，{dueAt}前有效。'),
  zh('mutual-back', '互助转回窗口', '{code}“{title}”的互助已转回窗口（{step}），请继续办理。'),
  zh('mutual-ended', '互助事项终止', '您认领的互助事项已终止，不必再办。'),
  en('mutual-offered', 'Mutual aid', '{unit} offers a matter to volunteers ({step}), until {dueAt}.'),
  en('mutual-back', 'Back to the window', '{code} "{title}": volunteers gave it back ({step}), please go on.'),
  en('mutual-ended', 'Ended', 'The matter that you took has ended; nothing more is to be done.'),
];

/** What is told of appointments at receptions, which came later too. */
export const bookingTemplateSeeds: readonly TemplateSeed[] = [
  zh('booking-receipt', null, '您已预约{unit} {time} 的接待（{place}），预约号 {code}，查询码 {queryCode}。'),
  zh('booking-cancelled', null, '您预约的{unit} {time} 的接待已取消：{reason}。预约号 {code}。'),
  en('booking-receipt', null, '{unit} receives you at {time}, {place}: booking {code}, query code {queryCode}.'),
  en('booking-cancelled', null, 'The reception of {unit} at {time} is cancelled: {reason}. Booking {code}.'),
];

function zh(code: string, title: string | null, body: string): TemplateSeed {
  return { code, language: 'zh-CN', title, body };
}

function en(code: string, title: string | null, body: string): TemplateSeed {
  return { code, language: 'en', title, body };
}
