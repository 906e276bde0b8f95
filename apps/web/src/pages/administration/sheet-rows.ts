import { fileText, tableRows } from './table-rows.js';

/** Files that hold a table. */
export const sheets = '.xlsx,.csv,.txt';

/** The rows of a file that somebody chose: the first sheet of an .xlsx file, or else text. */
export async function fileRows(file: File): Promise<string[][]> {
  const bytes = await file.arrayBuffer();
  if (!isZip(bytes)) return tableRows(fileText(bytes));
  // Read here, so that nobody can send the server a small file that unpacks to a huge one.
  const { readSheet } = await import('read-excel-file/universal');
  return (await readSheet(bytes)).map((row) => row.map(cellText));
}

/** A cell as text; days as 2026-03-02. */
export function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell).trim() : '';
}

function isZip(bytes: ArrayBuffer): boolean {
  const [first, second] = new Uint8Array(bytes);
  return first === 0x50 && second === 0x4b;
}
