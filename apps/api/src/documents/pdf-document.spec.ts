import { inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { pdfDocument } from './pdf-document.js';
import { PdfFonts } from './pdf-fonts.js';

const at = new Date('2026-03-05T07:00:00Z');

describe('a PDF document', () => {
  const fonts = new PdfFonts();
  let minutes: Buffer;

  beforeAll(async () => {
    const paragraphs = [
      { style: 'title', text: '联席会议纪要' },
      { style: 'line', label: '出席', text: '城市管理局（喆堃）、区政府办（龘）' },
      { style: 'body', text: '由牵头单位“城市管理局”于 2026 年 3 月底前修复。\n另行报告。' },
    ] as const;
    minutes = await pdfDocument({ title: '三月联席会', paragraphs }, fonts, at);
  });

  it('has every character of its text in its fonts, those of rare names too', () => {
    expect(minutes.subarray(0, 5).toString()).toBe('%PDF-');
    const told = charactersOf(minutes);
    for (const character of '联席会议纪要出席城市管理局（喆堃）、区政府办龘由“”于2026年修复。另行报告：')
      expect([character, told.has(character)]).toEqual([character, true]);
  });

  it('writes a character that the fonts lack by its code', async () => {
    const rare = { title: '名', paragraphs: [{ style: 'line', label: '参会', text: '李𬱖\u{E0100}' } as const] };
    const told = charactersOf(await pdfDocument(rare, fonts, at));
    for (const character of '李〔U+2CC56〕') expect(told).toContain(character);
    expect(told).not.toContain('𬱖');
  });

  it('says at the foot who took it out', async () => {
    const told = charactersOf(
      await pdfDocument({ title: '名', paragraphs: [], mark: '导出：陈晓燕（clerk）' }, fonts, at),
    );
    for (const character of '导出：陈晓燕clerk') expect([character, told.has(character)]).toEqual([character, true]);
  });

  it('goes on over as many pages as it needs', async () => {
    const paragraphs = Array.from({ length: 90 }, (_, n) => ({ style: 'body', text: `第 ${n} 项议定事项。` }) as const);
    const long = await pdfDocument({ title: '长纪要', paragraphs }, fonts, at);
    expect(pagesOf(long)).toBeGreaterThan(2);
    expect(pagesOf(minutes)).toBe(1);
  });

  it('is the same for the same content', async () => {
    const content = { title: '同', paragraphs: [{ style: 'body', text: '同样的内容' } as const] };
    expect(charactersOf(await pdfDocument(content, fonts, at))).toEqual(
      charactersOf(await pdfDocument(content, fonts, at)),
    );
  });
});

/** The characters that the file's fonts name, as search and copying see them. */
function charactersOf(pdf: Buffer): Set<string> {
  const maps = streamsOf(pdf).filter((stream) => stream.includes('beginbfrange') || stream.includes('beginbfchar'));
  const codes = maps.flatMap((map) =>
    [...map.matchAll(/<([0-9a-f]{4}(?: ?[0-9a-f]{4})*)>/giu)].map(([, code = '']) => code),
  );
  return new Set(
    codes.map((code) =>
      String.fromCharCode(...(code.match(/[0-9a-f]{4}/giu) ?? []).map((hex) => Number.parseInt(hex, 16))),
    ),
  );
}

function streamsOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/stream\n/gu)].flatMap(({ index }) => {
    const end = text.indexOf('\nendstream', index);
    try {
      return [inflateSync(pdf.subarray(index + 7, end)).toString('latin1')];
    } catch {
      return [];
    }
  });
}

function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type \/Page\n/gu)?.length ?? 0;
}
