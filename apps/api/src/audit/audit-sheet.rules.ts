import type { AuditLine } from '@lianban/casework';

/** What stands over the columns of the file. */
export const auditHeads = [
  ...[
    '时间',
    '姓名',
    '角色',
    '单位',
    '代',
    '行为',
    '诉求编号',
    '对象',
    '事由',
    '结果',
    '详情',
    '来源地址',
    '链',
    '序号',
    '散列值',
  ],
];

const results = { done: '成功', refused: '被拒绝', failed: '失败' } as const;

/** An entry as a line of the file. */
export function auditRow(line: AuditLine, timeOf: (at: Date) => string): string[] {
  const { actor, subject } = line;
  return [
    ...[timeOf(line.at), actor?.name ?? '', actor?.role ?? '', actor?.unit ?? '', line.onBehalfOf ?? '', line.action],
    ...[line.caseCode ?? '', subject ? `${subject.type} ${subject.id}` : '', line.reason ?? '', results[line.result]],
    ...[JSON.stringify(line.detail), line.ip ?? '', line.stream, String(line.seq), line.hash],
  ];
}

/** A CSV file (RFC 4180, with the mark by which spreadsheets know UTF-8) in which no cell is taken for a formula. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`;
}

function cellOf(text: string): string {
  const inert = /^[\s]*[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return `"${inert.replaceAll('"', '""')}"`;
}
