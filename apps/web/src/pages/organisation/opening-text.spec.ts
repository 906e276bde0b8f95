import { describe, expect, it } from '@jest/globals';
import { partsText, readParts } from './opening-text.js';

describe('opening hours as text', () => {
  it('are read as they are written, with the marks that people use', () => {
    const parts = [
      { from: '08:30', to: '12:00' },
      { from: '14:00', to: '17:30' },
    ];

    expect(readParts(partsText(parts))).toEqual(parts);
    expect(readParts('08：30至12：00，14:00 – 17:30')).toEqual(parts);
    expect(readParts(' ')).toEqual([]);
  });

  it.each(['8:30-12:00', '上午', '08:30', '08:30-12:60'])('that cannot be read are none: %s', (text) => {
    expect(readParts(text)).toBeUndefined();
  });
});
