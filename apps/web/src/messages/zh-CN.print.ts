/** What goes to the printer. */
export const print = {
  card: '诉求告知卡',
  printCard: '打印告知卡',
  scan: '手机扫码，随时查看办到哪一步',
  keep: '请妥善保管。凭编号和查询码可以查询、催办、补充情况和评价。',
  order: '诉求办理工单',
  printOrder: '打印工单',
  signed: '承办人（签字）：',
  reviewed: '负责人（签字）：',
  date: '日期：',
};
