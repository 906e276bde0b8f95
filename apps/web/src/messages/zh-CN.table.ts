/** Tables that administrators bring in and take out. */
export const table = {
  import: '批量导入',
  export: '导出表格',
  titles: { units: '批量导入组织机构', people: '批量导入人员' },
  hint: '先“导出表格”，在其中按表头增加行，再选择文件试算；试算会告诉每一行的结果，不改动任何数据。',
  file: '选择文件（.xlsx、.csv）',
  unreadable: '读不出这个文件，请另存为 .xlsx 后再试。',
  rows: (name: string, n: number) => `${name}：${n} 行`,
  tryOut: '试算',
  apply: '导入',
  sum: (of: { created: number; changed: number; known: number; refused: number }) =>
    `新增 ${of.created} 行，补充 ${of.changed} 行，已有 ${of.known} 行，不能导入 ${of.refused} 行`,
  imported: (n: number) => `已导入 ${n} 行。`,
  line: '行',
  content: '内容',
  fate: '结果',
  fates: { created: '新增', changed: '补充', known: '已有', refused: '不能导入' },
  all: '每行的结果',
  only: '只看不能导入的',
};
