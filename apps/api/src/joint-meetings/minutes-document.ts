import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import type { MeetingView } from '@lianban/joint-meeting';

/** Media type of a .docx file. */
export const minutesType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const outcomeNames = { resolved: '议定办结', rule: '裁定承办', submit: '提请区里' } as const;

const precedents = { street: '本街道今后同类诉求照此派单', district: '全区今后同类诉求照此派单' } as const;

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
          ...participantParagraphs(meeting),
          ...meeting.agenda.flatMap(topicParagraphs),
          ...signatureParagraphs(meeting, timeZone),
        ],
      },
    ],
  });
  return await Packer.toBuffer(document);
}

function topicParagraphs(topic: MeetingView['agenda'][number], index: number): Paragraph[] {
  const { code, title, reasonName, units, decision, state, leftBecause } = topic;
  const heading = new Paragraph({ heading: HeadingLevel.HEADING_2, text: `${index + 1}. ${title}（${code}）` });
  const about = [line('提请原因', reasonName), ...(units.length > 0 ? [line('涉及单位', units.join('、'))] : [])];
  if (!decision || state !== 'decided') return [heading, ...about, line('议定', leftBecause ?? '未议定')];
  return [
    heading,
    ...about,
    line('议定', `${outcomeNames[decision.outcome]}。${decision.opinion}`),
    ...(decision.lead === null ? [] : [line('牵头单位', decision.lead)]),
    ...(decision.precedent ? [line('派单依据', precedents[decision.precedent])] : []),
    ...(decision.helpers.length === 0 ? [] : [line('配合单位', decision.helpers.join('、'))]),
  ];
}

function participantParagraphs({ participants, quorum, stage }: MeetingView): Paragraph[] {
  const named = (present: boolean | null): string =>
    participants
      .filter((each) => each.present === present)
      .map(({ unit, delegate }) => (delegate === null ? unit : `${unit}（${delegate}）`))
      .join('、');
  if (stage === 'called' || quorum.present === 0) return participants.length > 0 ? [line('应到', named(null))] : [];
  const absent = named(false);
  return [
    line('出席', `${named(true)}（应到 ${quorum.invited}，实到 ${quorum.present}）`),
    ...(absent === '' ? [] : [line('缺席', absent)]),
  ];
}

const stances = { agreed: '同意', dissent: '有不同意见', silent: '逾期未复，视为无异议' } as const;

function signatureParagraphs({ participants, signBy, issuedAt }: MeetingView, timeZone: string): Paragraph[] {
  if (signBy === null) return [];
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, text: '会签' }),
    ...participants.map(({ unit, stance, opinion, signedBy }) =>
      line(unit, [stance === null ? '待会签' : stances[stance], opinion, signedBy].filter(Boolean).join('；')),
    ),
    ...(issuedAt === null ? [] : [line('印发', chineseTime(issuedAt, timeZone))]),
  ];
}

function line(label: string, text: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text: `${label}：`, bold: true }), new TextRun(text)] });
}

function chineseTime(instant: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short', timeZone });
  return format.format(new Date(instant));
}
