import { describe, expect, it } from '@jest/globals';
import type { Attachment } from '../../api/model.js';
import { filesOf } from './opinion-files.js';

const opinion = {
  actor: { name: '赵晓梅', role: null, unit: null },
  receivedAt: '2026-03-02T01:00:00.000Z',
  at: '2026-03-03T01:00:00.000Z',
};

describe('the files of an opinion', () => {
  it('are those that its writer brought while they had the step', () => {
    const files = [
      file('photo', '赵晓梅', '2026-03-02T05:00:00.000Z'),
      file('earlier', '赵晓梅', '2026-03-01T05:00:00.000Z'),
      file('later', '赵晓梅', '2026-03-04T05:00:00.000Z'),
      file('of another', '周明', '2026-03-02T05:00:00.000Z'),
    ];

    expect(filesOf(opinion, files).map(({ name }) => name)).toEqual(['photo']);
  });

  it('are none where the system acted, or nobody had a step', () => {
    const files = [file('photo', '赵晓梅', '2026-03-02T05:00:00.000Z')];

    expect(filesOf({ ...opinion, actor: null }, files)).toEqual([]);
    expect(filesOf({ ...opinion, receivedAt: null }, files)).toEqual([]);
  });
});

function file(name: string, addedBy: string, addedAt: string): Attachment {
  return { id: name, name, type: 'image/png', size: 1, addedBy, addedAt, canRemove: false };
}
