import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import type { MeetingView } from '@lianban/joint-meeting';

/** Media type of a .docx file. */
export const minutesType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const outcomeNames = { resolved: '议定办结', rule: '裁定承办', submit: '提请区里' } as const;

/** The minutes of a meeting (联席会议纪要): when and where, and what was decided on each topic. */
export async function minutesDocument(meeting: MeetingView, timeZone: string): Promise<Buffer> {
  const document = new Document({
    title: meeting.title,
    styles: { default: { document: { run: { font: 'SimSun', size: 24 } } } },
    sections: [
      {
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER, text: '联席会议纪要' }),
          line('会议', meeting.title),
          line('时间', chineseTime(meeting.at, timeZone)),
          line('地点', meeting.place),
          line('召集', meeting.calledBy),
          ...meeting.agenda.flatMap(topicParagraphs),
        ],
      },
    ],
  });
  return await Packer.toBuffer(document);
}

function topicParagraphs(topic: MeetingView['agenda'][number], index: number): Paragraph[] {
  const { code, title, reasonName, units, decision, state } = topic;
  const heading = new Paragraph({ heading: HeadingLevel.HEADING_2, text: `${index + 1}. ${title}（${code}）` });
  const about = [line('提请原因', reasonName), ...(units.length > 0 ? [line('涉及单位', units.join('、'))] : [])];
  if (!decision || state !== 'decided') return [heading, ...about, line('议定', '未议定')];
  return [
    heading,
    ...about,
    line('议定', `${outcomeNames[decision.outcome]}。${decision.opinion}`),
    ...(decision.lead === null ? [] : [line('牵头单位', decision.lead)]),
    ...(decision.helpers.length === 0 ? [] : [line('配合单位', decision.helpers.join('、'))]),
  ];
}

function line(label: string, text: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text: `${label}：`, bold: true }), new TextRun(text)] });
}

function chineseTime(instant: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short', timeZone });
  return format.format(new Date(instant));
}
