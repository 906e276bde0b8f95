import { describe, expect, it } from '@jest/globals';
import { newCaseFrom } from './register-values.js';

describe('the request made from the form', () => {
  it('is trimmed and leaves out what was not filled in', () => {
    const request = newCaseFrom({
      title: ' 路灯不亮 ',
      text: '三天了\n',
      channel: 'phone',
      address: '  ',
      resident: { name: '王大明', phone: '' },
      urgency: 'normal',
    });

    expect(request).toEqual({
      title: '路灯不亮',
      text: '三天了',
      channel: 'phone',
      urgency: 'normal',
      resident: { name: '王大明' },
    });
  });

  it('tells since when a matter stands only where it is marked as long-standing', () => {
    const values = { title: 'x', text: 'x', channel: 'phone', urgency: 'normal' } as const;
    const historic = { since: ' 2015 ', reason: ' 产权未登记' };

    expect(newCaseFrom({ ...values, historic }).historic).toBeUndefined();
    expect(newCaseFrom({ ...values, historic: { ...historic, marked: true } }).historic).toEqual({
      since: '2015',
      reason: '产权未登记',
    });
  });

  it('takes the spaces and dashes out of a telephone number', () => {
    const request = newCaseFrom({
      title: 'x',
      text: 'x',
      channel: 'phone',
      resident: { name: '王', phone: '138 1234-5678' },
      urgency: 'urgent',
    });

    expect(request.resident?.phone).toBe('13812345678');
  });

  it('says nothing of a resident who wants to stay unknown, even if a name was typed before', () => {
    const request = newCaseFrom({
      title: 'x',
      text: 'x',
      channel: 'phone',
      anonymous: true,
      resident: { name: '王大明' },
      urgency: 'normal',
    });

    expect(request).toEqual({ title: 'x', text: 'x', channel: 'phone', urgency: 'normal', anonymous: true });
  });

  it.each([
    ['the unit', {}, { about: 'dept' }],
    ['one of its people', { aboutPerson: 'a', aside: 'person' as const }, { aboutPerson: 'a' }],
    ['both', { aboutPerson: 'a', aside: 'unit' as const }, { about: 'dept', aboutPerson: 'a' }],
  ])('says who steps aside: %s', (_, more, told) => {
    const values = { title: 'x', text: 'x', channel: 'phone', anonymous: true, urgency: 'normal' as const };
    const request = newCaseFrom({ ...values, about: 'dept', ...more });

    expect({ about: request.about, aboutPerson: request.aboutPerson }).toEqual(told);
  });
});
