import { describe, expect, it } from '@jest/globals';
import { fileText, tableRows } from './table-rows.js';

describe('a pasted table', () => {
  it('has its cells between tabs or commas, without empty lines', () => {
    expect(tableRows('市容城管,路灯照明\r\n\r\n 教育，入学招生 \n水电气热\t供水,排水')).toEqual([
      ['市容城管', '路灯照明'],
      ['教育', '入学招生'],
      ['水电气热', '供水,排水'],
    ]);
  });

  it('is read from a file in UTF-8 or GB 18030', () => {
    expect(fileText(new TextEncoder().encode('路灯').buffer)).toBe('路灯');
    expect(fileText(new Uint8Array([0xc2, 0xb7, 0xb5, 0xc6]).buffer)).toBe('路灯');
  });
});
