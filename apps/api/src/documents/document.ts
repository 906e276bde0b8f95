import { maskForAll } from '@lianban/identity';

/** A paragraph of a document, for whichever writer. */
export interface DocumentParagraph {
  /** `line` is a fact with its label, `body` is prose. */
  readonly style: 'title' | 'heading' | 'line' | 'body';
  /** In bold before the text, with a colon. */
  readonly label?: string;
  readonly text: string;
}

/** A document without its form. */
export interface DocumentContent {
  readonly title: string;
  readonly paragraphs: readonly DocumentParagraph[];
  /** At the foot of each page: who took it out. */
  readonly mark?: string | undefined;
}

/** A fact with its label. */
export function line(label: string, text: string): DocumentParagraph {
  return { style: 'line', label, text };
}

/** An instant as documents have it, as 2026年3月2日 09:00. */
export function chineseTime(instant: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short', timeZone });
  return format.format(new Date(instant));
}

/** A document with what is of a person in its texts masked: it goes to units that never had the matter. */
export function withoutPersonal({ title, paragraphs }: DocumentContent): DocumentContent {
  return {
    title: maskForAll(title),
    paragraphs: paragraphs.map((each) => ({ ...each, text: maskForAll(each.text) })),
  };
}
