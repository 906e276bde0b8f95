/** What somebody was told. */
export const notices = {
  title: '消息',
  hint: '与您有关的催办、到期、超期、转办、协办和抄送',
  empty: '还没有消息。',
  bell: (unread: number) => (unread > 0 ? `消息，${unread} 条未读` : '消息'),
  unread: '未读：',
  readAll: '全部标为已读',
  byMail: '邮件提醒',
  mail: '电子邮箱，留空则不发邮件',
  mailWrong: '电子邮箱格式不正确',
  mailHint: '未读的消息合并发送；夜间不发。',
  daily: '每天早上发一封',
  save: '保存',
  saved: '已保存。',
};
