import { describe, expect, it } from '@jest/globals';
import type { Bulletin } from '@lianban/casework';
import { bulletinContent } from './bulletin-content.js';

const draft: Bulletin = {
  ...{ id: '1', caseId: '2', code: '2026-0001', caseTitle: '路灯不亮', unitId: 'dept-urban', unit: '城市管理局' },
  ...{ state: 'draft', title: '关于城市管理局逾期未办的通报', text: '逾期五个工作日。\n请说明。' },
  ...{ draftedAt: '2026-03-02T01:00:00Z', decidedBy: null, decidedAt: null, reason: null },
  ...{ acknowledgedBy: null, acknowledgedAt: null, answer: null, canDecide: true, canAcknowledge: false },
};

describe('a bulletin on paper', () => {
  it('names the unit and the case, each paragraph of the text by itself, and nobody who signed before somebody did', () => {
    const { title, paragraphs } = bulletinContent(draft, 'Asia/Shanghai');
    expect(title).toBe('关于城市管理局逾期未办的通报');
    expect(paragraphs.map(({ label, text }) => [label, text])).toEqual([
      [undefined, title],
      ['被通报单位', '城市管理局'],
      ['诉求编号', '2026-0001'],
      [undefined, '逾期五个工作日。'],
      [undefined, '请说明。'],
    ]);
  });

  it('says who issued it and who read it, when and with what answer', () => {
    const issued = { decidedBy: '陈志远', decidedAt: '2026-03-02T02:00:00Z' };
    const read = { acknowledgedBy: '周志强', acknowledgedAt: '2026-03-03T02:00:00Z', answer: '立即整改' };
    const { paragraphs } = bulletinContent({ ...draft, ...issued, ...read }, 'Asia/Shanghai');
    expect(paragraphs.slice(-2)).toEqual([
      { style: 'line', label: '签发', text: '陈志远，2026年3月2日 10:00' },
      { style: 'line', label: '签收', text: '周志强，2026年3月3日 10:00；立即整改' },
    ]);
  });
});
