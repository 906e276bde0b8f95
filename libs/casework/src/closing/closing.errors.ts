import { DomainError } from '@lianban/platform';

/** A matter is settled in one of the ways of the list. */
export function dispositionUnknown(code: string, dispositions: readonly { readonly code: string }[]): DomainError {
  const offered = dispositions.map((each) => each.code);
  return new DomainError({
    code: 'disposition-unknown',
    kind: 'unprocessable',
    message: `"${code.slice(0, 40)}" is no disposition; expected one of ${offered.join(', ')}.`,
    fields: [{ field: 'disposition', message: '请选择处置方式' }],
    details: { offered },
  });
}

/** Nothing personal of others may stand in what a resident is told. */
export function replyTellsNumbers(count: number, field: string): DomainError {
  return new DomainError({
    code: 'reply-tells-numbers',
    kind: 'unprocessable',
    message: `What the resident is told holds ${count} mobile, identity or bank card number(s) that are not the resident's own; take them out.`,
    fields: [{ field, message: `${field === 'reply' ? '答复' : '内容'}中有他人的手机、证件或银行卡号码，请删去` }],
  });
}
