import { describe, expect, it } from '@jest/globals';
import { cellText } from './sheet-rows.js';
import { categoryText, fileText, tableRows } from './table-rows.js';

describe('a pasted table', () => {
  it('has its cells between tabs or commas, without empty lines', () => {
    expect(tableRows('市容城管,路灯照明\r\n\r\n 教育，入学招生 \n水电气热\t供水,排水')).toEqual([
      ['市容城管', '路灯照明'],
      ['教育', '入学招生'],
      ['水电气热', '供水,排水'],
    ]);
  });

  it('keeps an empty first cell, so that what lies below is not taken for the first level', () => {
    expect(tableRows('\t校车')).toEqual([['', '校车']]);
  });

  it('is read from a file in UTF-8 or GB 18030', () => {
    expect(fileText(new TextEncoder().encode('路灯').buffer)).toBe('路灯');
    expect(fileText(new Uint8Array([0xc2, 0xb7, 0xb5, 0xc6]).buffer)).toBe('路灯');
  });

  it('comes from a sheet, too, without its heads', () => {
    expect(categoryText([['说明'], ['一级', '二级'], ['教育', '入学', ''], ['水电', '']])).toBe('教育\t入学\n水电');
    expect(categoryText([['教育', '入学']])).toBe('教育\t入学');
    expect([cellText(3), cellText(null), cellText(new Date('2026-03-02T00:00:00Z')), cellText(' a ')]).toEqual([
      ...['3', '', '2026-03-02', 'a'],
    ]);
  });
});
