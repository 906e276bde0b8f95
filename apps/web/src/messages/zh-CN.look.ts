/** How the pages look, as each person chooses. */
export const look = {
  settings: '显示设置',
  language: '语言',
  /** Each in itself, so that who cannot read this language finds theirs. */
  languages: { 'zh-CN': '中文', en: 'English' },
  scheme: '外观',
  schemes: { system: '跟随系统', light: '浅色', dark: '深色' },
  density: '疏密',
  densities: { comfortable: '舒适', compact: '紧凑' },
};
