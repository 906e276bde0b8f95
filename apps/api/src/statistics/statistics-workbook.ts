import writeXlsxFile from 'write-excel-file/node';
import type { Sheet } from './statistics-sheets.rules.js';

/** Media type of an .xlsx file. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Sheets as a workbook. @param mark who took it out; in the first line of each sheet */
export async function workbookOf(sheets: readonly Sheet[], mark?: string): Promise<Buffer> {
  const data = sheets.map(({ name, note, heads, rows }) => ({
    sheet: name,
    data: [
      [mark === undefined ? note : `${note}　${mark}`],
      heads.map((value) => ({ value, fontWeight: 'bold' as const })),
      ...rows.map((row) => [...row]),
    ],
    columns: heads.map((_, index) => ({ width: index === 0 ? 28 : 16 })),
  }));
  return await writeXlsxFile(data).toBuffer();
}
