import { factsOf, filled, type MeetingView, type MinutesWording } from '@lianban/joint-meeting';
import { chineseTime, line, type DocumentContent, type DocumentParagraph } from '../documents/document.js';

const outcomeNames = { resolved: '议定办结', rule: '裁定承办', submit: '提请区里' } as const;

const precedents = { street: '本街道今后同类诉求照此派单', district: '全区今后同类诉求照此派单' } as const;

const stances = { agreed: '同意', dissent: '有不同意见', silent: '逾期未复，视为无异议' } as const;

/** The minutes of a meeting (联席会议纪要): when and where, what was decided on each topic, what units say of it. */
export function minutesContent(meeting: MeetingView, wording: MinutesWording, timeZone: string): DocumentContent {
  const time = chineseTime(meeting.at, timeZone);
  const facts = factsOf(meeting, time);
  const prose = (text: string): DocumentParagraph[] =>
    text === ''
      ? []
      : filled(text, facts)
          .split('\n')
          .map((each) => ({ style: 'body', text: each }));
  return {
    title: meeting.title,
    paragraphs: [
      { style: 'title', text: filled(wording.title, facts) },
      ...prose(wording.preamble),
      line('会议', meeting.title),
      line('时间', time),
      line('地点', meeting.place),
      line('召集', meeting.calledBy),
      ...attendance(meeting),
      ...meeting.agenda.flatMap(topicParagraphs),
      ...prose(wording.closing),
      ...signatures(meeting, timeZone),
    ],
  };
}

function topicParagraphs(topic: MeetingView['agenda'][number], index: number): DocumentParagraph[] {
  const { code, title, reasonName, units, decision, state, leftBecause } = topic;
  const about: DocumentParagraph[] = [
    { style: 'heading', text: `${index + 1}. ${title}（${code}）` },
    line('提请原因', reasonName),
    ...(units.length > 0 ? [line('涉及单位', units.join('、'))] : []),
  ];
  if (!decision || state !== 'decided') return [...about, line('情况', leftBecause ?? '未议定')];
  return [
    ...about,
    line('议定', `${outcomeNames[decision.outcome]}。${decision.opinion}`),
    ...(decision.lead === null ? [] : [line('牵头单位', decision.lead)]),
    ...(decision.precedent ? [line('派单依据', precedents[decision.precedent])] : []),
    ...(decision.helpers.length === 0 ? [] : [line('配合单位', decision.helpers.join('、'))]),
  ];
}

function attendance({ participants, quorum, stage }: MeetingView): DocumentParagraph[] {
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

function signatures({ participants, signBy, issuedAt }: MeetingView, timeZone: string): DocumentParagraph[] {
  if (signBy === null) return [];
  return [
    { style: 'heading', text: '会签' },
    ...participants.map(({ unit, stance, opinion, signedBy }) =>
      line(unit, [stance === null ? '待会签' : stances[stance], opinion, signedBy].filter(Boolean).join('；')),
    ),
    ...(issuedAt === null ? [] : [line('印发', chineseTime(issuedAt, timeZone))]),
  ];
}
