/** The mark of who looks, and what residents read of how their data is used. */
export const privacy = {
  title: '个人信息保护',
  hint: '水印和告知书；每次修改都要写明依据，并留下记录',
  watermark: '水印',
  pages: '在有诉求的页面和打印的工单上显示查看人、单位和时间',
  exports: '在导出的文档和表格里写明导出人、单位和时间',
  notice: '个人信息告知书',
  noticeHint: '居民提交诉求前看到；一行一段。已提交的诉求仍记着当时的版本。',
  zh: '中文',
  en: '英文',
  textMissing: '请填写告知内容',
  note: '修改依据',
  noteMissing: '请填写依据',
  save: '保存',
  saved: '已保存',
  decisions: '修改记录',
  installed: (version: number): string => `第 ${version} 版：系统初始`,
  decision: (version: number, when: string, by: string, note: string): string =>
    `第 ${version} 版：${when} ${by}，${note}`,
};
