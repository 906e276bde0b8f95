import type * as zhCN from './zh-CN.privacy.js';

/** The mark of who looks, and what residents read of how their data is used. */
export const privacy: typeof zhCN.privacy = {
  title: 'Personal data',
  hint: 'The watermark and the notice; each change says why and is kept',
  watermark: 'Watermark',
  pages: 'Show who looks, their unit and the time on pages with cases and on printed work orders',
  exports: 'Say in documents and workbooks who took them out, their unit and the time',
  notice: 'Notice to residents',
  noticeHint: 'Residents read it before they file; a paragraph on a line. Requests keep the version that was read.',
  zh: 'Chinese',
  en: 'English',
  textMissing: 'Enter the notice',
  note: 'Grounds',
  noteMissing: 'Enter the grounds',
  save: 'Save',
  saved: 'Saved',
  decisions: 'Changes',
  installed: (version) => `Version ${version}: as installed`,
  decision: (version, when, by, note) => `Version ${version}: ${when} ${by}, ${note}`,
};
