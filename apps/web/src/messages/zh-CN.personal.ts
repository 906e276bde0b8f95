/** Who the resident is, and who looked. */
export const personal = {
  show: '查看',
  showTitle: '查看诉求人信息',
  hint: '查看会留下记录：谁、何时、从哪里、为什么',
  reason: '查看原因',
  reasons: ['电话核实情况', '约定上门时间', '告知办理结果'],
  name: '姓名',
  phone: '电话',
  noPhone: '未留电话',
  readings: '谁看过诉求人信息',
  noReadings: '还没有人看过',
  at: '时间',
  by: '谁',
  unit: '单位',
  refused: '未予显示',
};
