import type { BrokenRule, FormProblem, ValueProblem } from '@lianban/bpmn';
import { DomainError } from '@lianban/platform';

/** There is no such form, or no such version of it. */
export function formUnknown(key: string, version?: number): DomainError {
  const which = version === undefined ? '' : ` in version ${version}`;
  return new DomainError({
    code: 'form-unknown',
    kind: 'not-found',
    message: `There is no form "${key.slice(0, 64)}"${which}; expected one of the list of forms.`,
  });
}

/** A form is made under a key of its own. */
export function formExists(key: string): DomainError {
  return new DomainError({
    code: 'form-exists',
    kind: 'conflict',
    message: `There is a form "${key}" already; change that one, or choose another id.`,
    fields: [{ field: 'id', message: '这个标识已被其他表单使用' }],
  });
}

/** Somebody else changed it meanwhile. */
export function formChanged(key: string, version: number): DomainError {
  return new DomainError({
    code: 'form-changed',
    kind: 'conflict',
    message: `The form "${key}" has version ${version} meanwhile; look at it and change that one.`,
    details: { version },
  });
}

/** What was designed is no form that can be shown. */
export function formRefused(problems: readonly FormProblem[]): DomainError {
  const first = problems[0];
  return new DomainError({
    code: 'form-refused',
    kind: 'unprocessable',
    message: `The form cannot be used: ${first?.component === undefined ? '' : `${first.component}: `}${first?.message ?? ''}.`,
    fields: problems.map(({ component, message }) => ({ field: component ?? 'form', message })),
    details: { problems },
  });
}

/** What was filled in breaks rules of the form; each field is named by the key under which its value is sent. */
export function valuesRefused(form: string, problems: readonly ValueProblem[]): DomainError {
  const labels = problems.map(({ field }) => field.label ?? field.key);
  return new DomainError({
    code: 'form-values-refused',
    kind: 'unprocessable',
    message: `The form "${form}" does not take what was filled in for ${labels.join(', ')}; expected values by its rules in "variables".`,
    fields: problems.map((problem) => ({ field: `variables.${problem.field.key}`, message: textOf(problem) })),
    details: {
      problems: problems.map(({ field, rule, limit }) => ({
        field: field.key,
        rule,
        ...(limit !== undefined && { limit }),
      })),
    },
  });
}

function textOf({ field, rule, limit }: ValueProblem): string {
  return `${field.label || field.key}：${ruleTexts[rule](limit ?? 0)}`;
}

const ruleTexts: Readonly<Record<BrokenRule, (limit: number) => string>> = {
  required: () => '必须填写',
  minLength: (limit) => `至少 ${limit} 个字`,
  maxLength: (limit) => `最多 ${limit} 个字`,
  pattern: () => '格式不正确',
  min: (limit) => `不能小于 ${limit}`,
  max: (limit) => `不能大于 ${limit}`,
  kind: () => '填写的内容类型不正确',
  option: () => '请从选项中选择',
};
