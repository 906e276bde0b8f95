import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { workbookOf } from './statistics-workbook.js';

const formulas = ['=1+1', '+1', '-1', '@SUM(1)', '=cmd|"/c calc"!A0', '\t=1'];

describe('a workbook', () => {
  it('holds what people called things as texts, never as formulas that a spreadsheet reckons', async () => {
    const rows = formulas.map((text) => [text, 1]);
    const parts = partsOf(await workbookOf([{ name: '=1', note: '=2', heads: ['=3', '='], rows }]));

    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet.match(/<row/gu)).toHaveLength(2 + formulas.length);
    expect(sheet).not.toMatch(/<f[ >]/u);
    expect([...parts.values()].join()).toContain('@SUM(1)');
  });
});

/** The files of a zip archive that nobody else made. */
function partsOf(zip: Buffer): Map<string, string> {
  const parts = new Map<string, string>();
  for (let at = zip.indexOf('PK\x03\x04'); at >= 0; at = zip.indexOf('PK\x03\x04', at + 4)) {
    const nameEnd = at + 30 + zip.readUInt16LE(at + 26);
    const content = zip.subarray(nameEnd + zip.readUInt16LE(at + 28));
    parts.set(zip.toString('utf8', at + 30, nameEnd), inflateRawSync(content).toString());
  }
  return parts;
}
