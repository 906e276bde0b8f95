import { DomainError } from '@lianban/platform';

/** A ruling on a case without a topic says nothing about others. */
export function precedentNeedsCategory(code: string): DomainError {
  return new DomainError({
    code: 'precedent-needs-category',
    kind: 'unprocessable',
    message: `Case ${code} has no category, so its ruling can be no rule for others; give it one first.`,
    fields: [{ field: 'precedent', message: '诉求没有类别，不能作为派单依据' }],
  });
}

/** No rule in force has this id. */
export function dispatchRuleUnknown(id: string): DomainError {
  return new DomainError({
    code: 'dispatch-rule-unknown',
    kind: 'not-found',
    message: `No dispatch rule "${id.slice(0, 80)}" is in force.`,
  });
}
