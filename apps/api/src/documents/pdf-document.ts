import PDFDocument from 'pdfkit';
import type { DocumentContent, DocumentParagraph } from './document.js';
import type { Face, PdfFonts, Weight } from './pdf-fonts.js';
import { linesOf, type TextRun } from './pdf-lines.rules.js';

/** Media type of a PDF file. */
export const pdfType = 'application/pdf';

/** Points: A4 with the margins of an official paper. */
const page = { width: 595, height: 842, side: 80, top: 90, bottom: 90 } as const;
const lineHeight = 1.75;
const sizes = { title: 22, heading: 14, line: 12, body: 12 } as const;
const footerSize = 9;
const footerCharacters = '第页共0123456789 /';

type Faces = (character: string, weight: Weight) => Face | undefined;

/**
 * A document as a PDF file. A character that the fonts lack, as of a rare name, is written by its code, 〔U+2CC56〕, so
 * that nothing vanishes.
 *
 * @param at when the document was made
 */
export async function pdfDocument(
  { title, paragraphs, mark = '' }: DocumentContent,
  fonts: PdfFonts,
  at: Date,
): Promise<Buffer> {
  const all = paragraphs.map(({ label = '', text }) => `${label}：${text}`).join('');
  const faces = await fonts.facesFor(`${all}${mark}${footerCharacters}〔U+ABCDEF〕`);
  const document = new PDFDocument({
    size: [page.width, page.height],
    margin: 0,
    bufferPages: true,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: title, CreationDate: at },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on('end', resolve));
  const writer = new Writer(document, faces);
  for (const paragraph of paragraphs) writer.write(paragraph);
  writer.numberPages(mark);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Puts paragraphs on pages, from the top on. */
class Writer {
  readonly #document: PDFKit.PDFDocument;
  readonly #faces: Faces;
  readonly #known = new Set<string>();
  #y: number = page.top;

  constructor(document: PDFKit.PDFDocument, faces: Faces) {
    this.#document = document;
    this.#faces = faces;
  }

  write({ style, label, text }: DocumentParagraph): void {
    const size = sizes[style];
    const form: Weight = style === 'title' || style === 'heading' ? 'bold' : 'plain';
    if (style === 'heading') this.#y += size * 0.6;
    for (const [index, part] of text.split('\n').entries()) {
      const named = label !== undefined && index === 0 ? [{ text: `${label}：`, form: 'bold' as const }] : [];
      const runs = [...named, { text: part, form }].map((run) => ({ ...run, text: this.#readable(run.text) }));
      const indent = style === 'body' ? size * 2 : 0;
      const width = page.width - 2 * page.side;
      const lines = linesOf<Weight>(runs, (run) => this.#widthOf(run, size), { width, indent });
      for (const [number, line] of lines.entries())
        this.#line(line, size, style === 'title' ? 'center' : number === 0 ? indent : 0);
    }
    if (style === 'title') this.#y += size * 0.6;
  }

  /** Every page says which it is, of how many, and who took it out. */
  numberPages(mark: string): void {
    const { count } = this.#document.bufferedPageRange();
    for (let number = 0; number < count; number += 1) {
      this.#document.switchToPage(number);
      const y = page.height - page.bottom / 2;
      this.#centre(`第 ${number + 1} 页 / 共 ${count} 页`, y);
      if (mark !== '') this.#centre(this.#readable(mark), y + footerSize * lineHeight);
    }
  }

  #centre(text: string, y: number): void {
    const run = { text, form: 'plain' as const };
    this.#draw(run, footerSize, { x: (page.width - this.#widthOf(run, footerSize)) / 2, y });
  }

  #line(line: readonly TextRun<Weight>[], size: number, at: number | 'center'): void {
    const height = size * lineHeight;
    if (this.#y + height > page.height - page.bottom) {
      this.#document.addPage();
      this.#y = page.top;
    }
    const total = line.reduce((sum, run) => sum + this.#widthOf(run, size), 0);
    let x = at === 'center' ? (page.width - total) / 2 : page.side + at;
    for (const run of line) x = this.#draw(run, size, { x, y: this.#y });
    this.#y += height;
  }

  /** Draws a run and gives where it ends. */
  #draw(run: TextRun<Weight>, size: number, { x, y }: { readonly x: number; readonly y: number }): number {
    let at = x;
    for (const { face, text } of this.#spans(run)) {
      at += this.#in(face, size).text(text, at, y, { lineBreak: false }).widthOfString(text);
    }
    return at;
  }

  #widthOf(run: TextRun<Weight>, size: number): number {
    return this.#spans(run).reduce((sum, { face, text }) => sum + this.#in(face, size).widthOfString(text), 0);
  }

  /** The document, to be written in a face from now on. */
  #in({ name, content }: Face, size: number): PDFKit.PDFDocument {
    if (!this.#known.has(name)) this.#document.registerFont(name, content);
    this.#known.add(name);
    return this.#document.font(name).fontSize(size);
  }

  /** The text as its fonts have it: neighbours of one face together. */
  #spans({ text, form }: TextRun<Weight>): { readonly face: Face; readonly text: string }[] {
    const spans: { face: Face; text: string }[] = [];
    for (const character of text) {
      const face = this.#faces(character, form);
      const last = spans.at(-1);
      if (face && last?.face === face) last.text += character;
      else if (face) spans.push({ face, text: character });
    }
    return spans;
  }

  #readable(text: string): string {
    // Selectors of variants and invisible characters say nothing on paper.
    const visible = text.replaceAll(/[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu, '');
    return [...visible].map((character) => (this.#faces(character, 'plain') ? character : codeOf(character))).join('');
  }
}

function codeOf(character: string): string {
  return `〔U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}〕`;
}
