import type { Bulletin } from '@lianban/casework';
import { chineseTime, line, type DocumentContent, type DocumentParagraph } from '../documents/document.js';

/** A bulletin (通报) on paper: what was found, who issued it, and that the unit has read it. */
export function bulletinContent(bulletin: Bulletin, timeZone: string): DocumentContent {
  const { title, text, unit, code, decidedBy, decidedAt, acknowledgedBy, acknowledgedAt, answer } = bulletin;
  const issued = decidedAt === null ? [] : [line('签发', `${decidedBy ?? ''}，${chineseTime(decidedAt, timeZone)}`)];
  const read = acknowledgedAt === null ? '' : `${acknowledgedBy ?? ''}，${chineseTime(acknowledgedAt, timeZone)}`;
  return {
    title,
    paragraphs: [
      { style: 'title', text: title },
      line('被通报单位', unit),
      line('诉求编号', code),
      ...text.split('\n').map((each): DocumentParagraph => ({ style: 'body', text: each })),
      ...issued,
      ...(read === '' ? [] : [line('签收', [read, answer].filter(Boolean).join('；'))]),
    ],
  };
}
