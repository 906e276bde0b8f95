/** One topic of residents' requests as it is first filled in; administrators change the table afterwards. */
export interface CategorySeed {
  readonly code: string;
  readonly name: string;
  readonly children: readonly { readonly code: string; readonly name: string }[];
}

/** The topics that a new installation begins with. A child's code starts with its parent's. */
export const categorySeeds: readonly CategorySeed[] = [
  topic('urban', '市容城管', {
    road: '道路破损',
    sanitation: '环境卫生',
    greening: '园林绿化',
    lighting: '路灯照明',
    'illegal-building': '违法建设',
    stalls: '占道经营',
  }),
  topic('housing', '住房物业', {
    property: '物业服务',
    quality: '房屋质量',
    renovation: '老旧小区改造',
    demolition: '征收补偿',
    rental: '公租房',
    elevator: '电梯运行',
  }),
  topic('utilities', '水电气热', {
    water: '供水排水',
    power: '供电',
    gas: '供气',
    heating: '供热',
    telecom: '通信网络',
  }),
  topic('employment', '劳动就业', {
    wages: '工资拖欠',
    contract: '劳动合同',
    training: '就业培训',
    injury: '工伤认定',
  }),
  topic('social-security', '社会保障', { pension: '养老保险', medical: '医疗保险', unemployment: '失业保险' }),
  topic('education', '教育', { enrolment: '入学招生', fees: '教育收费', campus: '校园管理', training: '校外培训' }),
  topic('health', '卫生健康', { hospital: '医疗服务', clinic: '社区卫生', prevention: '疾病预防', family: '计生服务' }),
  topic('traffic', '交通出行', { bus: '公共交通', parking: '停车', construction: '道路施工', taxi: '出租网约车' }),
  topic('commerce', '商贸消费', { consumer: '消费纠纷', food: '食品安全', price: '价格收费', tourism: '旅游服务' }),
  topic('environment', '生态环境', { noise: '噪声', air: '大气异味', water: '水体污染', waste: '固体废物' }),
  topic('security', '社会治安', { order: '治安秩序', fire: '消防安全', household: '户籍证件', vehicle: '交通违法' }),
  topic('civil', '民政救助', { elderly: '养老服务', relief: '社会救助', disability: '残疾人服务', burial: '殡葬服务' }),
  topic('culture', '文化体育', { venue: '文体场馆', event: '文体活动', heritage: '文物保护' }),
  topic('governance', '基层治理', {
    conduct: '工作作风',
    dispute: '邻里纠纷',
    committee: '居委会事务',
    advice: '意见建议',
  }),
  topic('other', '其他', { consultation: '政策咨询', praise: '表扬' }),
];

/** A way in which requests arrive. */
export interface ChannelSeed {
  readonly code: string;
  readonly name: string;
}

/** The channels that a new installation begins with; `resident` is what residents file by themselves. */
export const channelSeeds: readonly ChannelSeed[] = [
  { code: 'window', name: '窗口接待' },
  { code: 'phone', name: '电话' },
  { code: 'hotline', name: '热线转办' },
  { code: 'web', name: '网站' },
  { code: 'wechat', name: '微信' },
  { code: 'app', name: '手机应用' },
  { code: 'visit', name: '上门走访' },
  { code: 'letter', name: '书信' },
  { code: 'grid', name: '网格巡查' },
  { code: 'resident', name: '居民自助' },
  { code: 'import', name: '批量导入' },
];

/** Key of the diagram that a new installation starts for every channel; a column of the table, so it can be changed. */
export const defaultProcessKey = 'case-routing';

function topic(code: string, name: string, children: Record<string, string>): CategorySeed {
  return {
    code,
    name,
    children: Object.entries(children).map(([child, text]) => ({ code: `${code}.${child}`, name: text })),
  };
}
