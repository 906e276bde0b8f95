import { AlignmentType, Document, Footer, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import type { DocumentContent, DocumentParagraph } from './document.js';

/** Media type of a .docx file. */
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A document as a .docx file. */
export async function docxDocument({ title, paragraphs, mark }: DocumentContent): Promise<Buffer> {
  const document = new Document({
    title,
    styles: { default: { document: { run: { font: 'SimSun', size: 24 } } } },
    sections: [{ children: paragraphs.map(paragraphOf), ...(mark && { footers: { default: footerOf(mark) } }) }],
  });
  return await Packer.toBuffer(document);
}

function footerOf(mark: string): Footer {
  const run = new TextRun({ text: mark, size: 16, color: '7F7F7F' });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] });
}

function paragraphOf({ style, label, text }: DocumentParagraph): Paragraph {
  switch (style) {
    case 'title':
      return new Paragraph({ heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER, text });
    case 'heading':
      return new Paragraph({ heading: HeadingLevel.HEADING_2, text });
    case 'body':
      return new Paragraph({ indent: { firstLine: 480 }, children: linesOf(text) });
    case 'line':
      return new Paragraph({ children: [new TextRun({ text: `${label ?? ''}：`, bold: true }), ...linesOf(text)] });
  }
}

function linesOf(text: string): TextRun[] {
  return text.split('\n').map((line, index) => new TextRun({ text: line, ...(index > 0 && { break: 1 }) }));
}
