/** The lines of a table that somebody pasted: cells between tabs, or else commas; empty lines are left out. */
export function tableRows(text: string): string[][] {
  return text
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(line.includes('\t') ? '\t' : /[,，]/u).map((cell) => cell.trim()));
}

/** The text of a file as office programs write it in China: UTF-8, or else GB 18030. */
export function fileText(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The topics of a sheet as lines to be read over, without what stands above them in a sheet that was taken out. */
export function categoryText(rows: readonly (readonly string[])[]): string {
  const head = rows.findIndex(([first]) => first === '一级');
  return rows
    .slice(head + 1)
    .map((row) => row.join('\t').trimEnd())
    .join('\n');
}
