import { describe, expect, it } from '@jest/globals';
import type { HistoryEntry } from '../../api/model.js';
import { detailText } from './detail-text.js';

describe('the details of an entry of the trail', () => {
  it('tell where the case went', () => {
    const next = [{ step: '街道统筹', unit: '河东街道党工委' }, { step: '回访', unit: null }, null];

    expect(detailText(entry('completed', { outcome: 'escalate', next }))).toBe('转至 街道统筹（河东街道党工委）、回访');
  });

  it('tell who held what lapsed, and the term in the time of the district', () => {
    const detail = { unitId: 'x', dueAt: '2026-11-23T09:30:00.000Z', holder: '周明', next: [] };

    expect(detailText(entry('lapsed', detail))).toBe('时限 2026-11-23 17:30；时限届满时由 周明 持有');
  });

  it('tell how a term moved and why', () => {
    const detail = { dueAtBefore: '2026-11-23T09:30:00.000Z', dueAt: '2026-11-25T09:30:00.000Z', reason: '等待材料' };

    expect(detailText(entry('term-changed', detail))).toBe('等待材料；时限由 2026-11-23 17:30 改为 2026-11-25 17:30');
  });

  it('tell in which way a matter was settled', () => {
    expect(detailText(entry('answered', { disposition: '说服教育引导' }))).toBe('处置方式 说服教育引导');
  });

  it('are empty where nothing is worth reading', () => {
    expect(detailText(entry('claimed', {}))).toBe('');
  });
});

function entry(kind: string, detail: HistoryEntry['detail']): HistoryEntry {
  return {
    seq: 1,
    at: '2026-11-23T09:30:00.000Z',
    kind,
    title: '',
    actor: null,
    onBehalfOf: null,
    step: null,
    elementId: null,
    unit: null,
    opinion: null,
    detail,
    receivedAt: null,
    finishedAt: null,
    durationText: null,
    definitionKey: null,
    definitionVersion: null,
  };
}
