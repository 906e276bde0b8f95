import { language } from './messages.js';
import type { PageWords } from './zh-CN.pages.js';

/** The texts of pages that only some people open, and seldom: only those pages carry them. */
export let pageWords: PageWords;

/** Fetches them; before the pages that read them are loaded. */
export async function speakOfPages(): Promise<void> {
  const loaded = language === 'en' ? await import('./en.pages.js') : await import('./zh-CN.pages.js');
  pageWords = loaded.pageWords;
}
