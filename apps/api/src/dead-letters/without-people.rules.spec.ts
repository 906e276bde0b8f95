import { describe, expect, it } from '@jest/globals';
import { reasonWithoutPeople, withoutPeople } from './without-people.rules.js';

describe('a payload that an operator sees', () => {
  it('shows what it is about, and of people nothing', () => {
    const id = '01a2220f-a89d-76b1-ae37-2f1c62dc4ffc';
    const at = '2026-03-02T09:00:00.000Z';
    const payload = {
      ...{ event: 'case.closed', id, at, count: 3, whole: true, none: null },
      ...{ phone: '13800138000', asNumber: 13_800_138_000, name: '王小明', mail: 'wang@example.com' },
      list: ['station-1-1', '住在人民路 3 号'],
    };

    expect(withoutPeople(payload)).toEqual({
      ...{ event: 'case.closed', id, at, count: 3, whole: true, none: null },
      ...{ phone: '…(11)', asNumber: '…', name: '…(3)', mail: '…(16)' },
      list: ['station-1-1', '…(9)'],
    });
  });

  it('is told with a reason that names nobody', () => {
    expect(reasonWithoutPeople('550 <wang@example.com> unknown, 138-0013-8000 barred, code 503')).toBe(
      '550 … unknown, … barred, code 503',
    );
  });
});
