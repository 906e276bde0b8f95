import type { Language } from './language.js';
import type { Messages } from './zh-CN.js';

/**
 * The texts of the language in use, and which that is. They are there before any page is loaded (`speak` in main.tsx),
 * so modules may read them when they are loaded themselves, and never change afterwards.
 */
export let messages: Messages;
export let language: Language;

/** Fetches the texts of one language, and of no other. */
export async function speak(chosen: Language): Promise<void> {
  language = chosen;
  messages = chosen === 'en' ? (await import('./en.js')).en : (await import('./zh-CN.js')).zhCN;
}
