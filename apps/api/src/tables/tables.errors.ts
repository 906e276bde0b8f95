import { DomainError } from '@lianban/platform';

/** There is no such table. */
export function tableUnknown(key: string, known: readonly { readonly key: string }[]): DomainError {
  return new DomainError({
    code: 'table-unknown',
    kind: 'not-found',
    message: `There is no table "${key.slice(0, 64)}"; expected one of ${known.map((each) => each.key).join(', ')}.`,
  });
}

/** A table lacks columns without which no line can be read. */
export function linesRefused(missing: readonly string[]): DomainError {
  const heads = missing.join('、');
  return new DomainError({
    code: 'table-heads-missing',
    kind: 'unprocessable',
    message: `The table lacks the columns ${heads}; their heads stand in one of its first five rows.`,
    details: { heads },
    fields: [{ field: 'rows', message: `表格缺少列：${heads}。请先导出现有表格，按其表头填写` }],
  });
}
