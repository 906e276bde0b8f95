import type * as zhCN from './zh-CN.office.js';

/** What somebody was told. */
export const notices: typeof zhCN.notices = {
  title: 'Notices',
  hint: 'Urging, terms due and lapsed, transfers, assistance and copies that concern you',
  empty: 'No notices yet.',
  bell: (unread) => (unread > 0 ? `Notices, ${unread} unread` : 'Notices'),
  unread: 'Unread: ',
  readAll: 'Mark all as read',
  settings: 'How you are told',
  channels: 'Besides here, also by',
  channel: { mail: 'Mail', sms: 'SMS', wecom: 'WeCom' },
  mail: 'Mail address (none if left empty)',
  mailWrong: 'This is no mail address',
  phone: 'Mobile number',
  phoneWrong: 'Enter a mobile number of 11 digits',
  wecom: 'WeCom member account',
  wecomMissing: 'Please enter the WeCom member account',
  settingsHint: 'Unread notices are sent together, and nothing at night.',
  daily: 'Once a day, in the morning',
  language: 'Language of notices',
  languages: { 'zh-CN': '中文', en: 'English' },
  save: 'Save',
  saved: 'Saved.',
};

/** Cases that are left out of adjusted rates. */
export const exclusions: typeof zhCN.exclusions = {
  title: 'Exclusions to decide',
  line: (code, title) => `${code} ${title}`,
  facts: (unit, reason, by) => `${unit} · ${reason} · asked for by ${by}`,
  decide: 'Decide',
  decideOf: (code) => `Decide on ${code}`,
  opinion: 'Opinion',
  opinionMissing: 'Please write an opinion',
  grant: 'Grant the exclusion',
  refuse: 'Refuse',
};

/** The dispatch catalogue that rulings made. */
export const dispatch: typeof zhCN.dispatch = {
  title: 'Dispatch rules by rulings',
  rule: (category, department) => `${category} → ${department}`,
  everywhere: 'whole district',
  since: (at) => `since ${at}`,
  until: (at) => `ended ${at}`,
  end: 'End',
  endOf: (category) => `End the dispatch rule of ${category}`,
  confirm: 'Cases of this category then go by the decision table again.',
};
