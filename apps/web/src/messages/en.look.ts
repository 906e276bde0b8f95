import type * as zhCN from './zh-CN.look.js';

/** How the pages look, as each person chooses. */
export const look: typeof zhCN.look = {
  settings: 'Display',
  language: 'Language',
  languages: { 'zh-CN': '中文', en: 'English' },
  scheme: 'Colours',
  schemes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  density: 'Density',
  densities: { comfortable: 'Comfortable', compact: 'Compact' },
};
