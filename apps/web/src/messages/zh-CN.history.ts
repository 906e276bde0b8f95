/** Photos and papers. */
export const attachment = {
  heading: (n: number) => (n > 0 ? `附件（${n}）` : '附件'),
  add: '上传附件',
  hint: '照片、PDF、Word、Excel 或录音录像，单个不超过 10 MB。',
  sending: (done: number, all: number) => `正在上传 ${done} / ${all}`,
  size: (bytes: number) =>
    bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`,
  remove: '删除',
  removeOf: (name: string) => `删除 ${name}`,
  confirm: '删除这个附件？流转记录会留下记载。',
  sent: (n: number) => `已上传 ${n} 个附件。`,
};

/** The trail of a case. */
export const history = {
  caption: '流转记录',
  at: '时间',
  what: '事项',
  step: '环节',
  who: '经办人',
  opinion: '意见与说明',
  duration: '用时',
  version: '流程版本',
  empty: '还没有流转记录。',
  disposition: (name: string) => `处置方式 ${name}`,
  file: (name: string) => `文件 ${name}`,
  receivedBy: (name: string) => `接待人：${name}`,
  main: (code: string) => `并入 ${code}`,
  joined: (code: string) => `并入本件的诉求 ${code}`,
  parted: (code: string) => `不再并入本件的诉求 ${code}`,
  received: (at: string) => `接收 ${at}`,
  finished: (at: string) => `完成 ${at}`,
  took: (text: string) => `用时 ${text}`,
  next: (steps: string) => `转至 ${steps}`,
  channel: (name: string) => `来源 ${name}`,
  to: (name: string) => `转给 ${name}`,
  returned: (basis: string, evidence: string, unit: string) =>
    `依据：${basis}；佐证：${evidence}；建议承办单位：${unit}`,
  term: (before: string, after: string) => `时限由 ${before} 改为 ${after}`,
  due: (at: string) => `时限 ${at}`,
  holder: (name: string) => `时限届满时由 ${name} 持有`,
};

/** Diagrams. */
export const diagram = {
  label: '流程图',
  legend: '图例',
  process: '流程',
  done: '已完成',
  current: '进行中',
  untouched: '未到达',
  rejected: '退回或超期转出',
  zoomIn: '放大',
  zoomOut: '缩小',
  fullSize: '100%，原始大小',
  fit: '适应窗口',
  hint: '指向或点选环节，查看经办人和时间',
  who: '经办人',
  at: '时间',
  dueAt: '时限',
  broken: '这张流程图无法显示，请联系流程管理员。',
  steps: '环节清单',
  unnamed: '（未命名）',
};
