import type { Locale } from 'antd/es/locale';
import type { Language } from './language.js';

/** What antd says by itself, in the language in use: pickers, empty lists, pages of a table. */
export let widgetWords: Locale;

/** Fetches what antd says in one language. */
export async function speakWidgets(chosen: Language): Promise<void> {
  const loaded = chosen === 'en' ? await import('./en.widgets.js') : await import('./zh-CN.widgets.js');
  widgetWords = loaded.widgets;
}
