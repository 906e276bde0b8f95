/** Where units are and when they are open. */
const contact = {
  title: '地址与开放时间',
  none: '还没有登记地址、电话和开放时间。',
  edit: '修改地址与开放时间',
  address: '地址',
  telephone: '电话',
  telephoneHint: '单位的公开电话，不要填个人电话。',
  hours: '开放时间',
  workingDays: '工作日（含补班日）',
  daysOff: '休息日和节假日',
  hoursHint: '如 08:30-12:00, 14:00-17:30；留空为不开放。',
  hoursWrong: '写成 08:30-12:00，多段用逗号隔开，依次排列',
  closed: '不开放',
  calendar: '按哪个日历',
  position: '位置',
  longitude: '经度',
  latitude: '纬度',
  positionHint: 'WGS 84 坐标，如 116.397128、39.916527；两项都留空则不在地图上。',
  positionBoth: '经度和纬度要都填或都不填',
  coordinates: (longitude: number, latitude: number) => `东经 ${longitude}，北纬 ${latitude}`,
  reason: '修改依据',
  done: '已保存',
  history: '修改记录',
  changed: (at: string, by: string, reason: string) => `${at} ${by || '系统初始'}：${reason}`,
  poster: '打印门贴二维码',
};

/** Stations as residents see them. */
const station = {
  title: '服务民生工作站',
  door: '查找身边的工作站：地址、电话、开放时间。',
  search: '名称、地址或小区',
  find: '查找',
  none: '没有找到工作站。',
  more: '显示更多',
  address: '地址',
  telephone: '电话',
  hours: '开放时间',
  noHours: '请来电询问',
  unknown: '未公布',
  openNow: '现在开放',
  closedNow: '现在不开放',
  closesAt: (time: string) => `今天 ${time} 结束`,
  opensToday: (time: string) => `今天 ${time} 开放`,
  opensOn: (day: string, time: string) => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日 ${time} 开放`,
  today: '今天',
  todayIs: (working: boolean, name: string | null) =>
    `${name === null ? '' : `${name}，`}${working ? '按工作日' : '按休息日'}`,
  closed: '不开放',
  receptions: '领导接待日',
  noReceptions: '近期没有接待日。',
  pledges: '查看本站的公开承诺',
  ask: '反映问题',
  askHere: (name: string) => `将由 ${name} 受理`,
  all: '全部工作站',
  poster: {
    title: '工作站门贴',
    hint: '打印后贴在工作站门口，居民扫码即可看到地址、电话、开放时间并反映问题',
    scan: '扫码查看开放时间、反映问题',
    print: '打印',
    back: '返回',
  },
};

/** Filters of the list of cases that a link brings along. */
const listedBy = {
  unit: (name: string) => `单位：${name}`,
  days: (from: string, to: string) => `受理日期 ${from} 至 ${to}`,
  clear: '取消此项筛选',
};

/** Where units are. */
export const place = { contact, listedBy, station };
