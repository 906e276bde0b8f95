import { z } from 'zod';
import type { DomainError, DomainErrorKind, FieldError } from '@lianban/platform';
import { problemTitles } from './problem-titles.js';

/** Every error answer (RFC 9457). Clients compare `code`; `title` is for people, `detail` names the thing and the mend. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().describe('Stable; compare this'),
    detail: z.string(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
    details: z.record(z.string(), z.unknown()).optional(),
    requestId: z.string().optional().describe('By which the log and the audit trail name the request'),
  })
  .meta({ id: 'Problem' });

/** The body of an error answer. */
export type Problem = z.output<typeof problemSchema>;

/** Media type of {@link Problem}. */
export const problemMediaType = 'application/problem+json';

/** What a problem is made from. */
export interface ProblemInit {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly fields?: readonly FieldError[] | undefined;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
}

/** A problem with the title of its code, or else of its status. */
export function problem({ status, code, detail, fields, details }: ProblemInit): Problem {
  return {
    type: 'about:blank',
    title: problemTitles[code] ?? statusTitles[status] ?? '请求失败',
    status,
    code,
    detail,
    ...(fields && fields.length > 0 && { errors: fields.map(({ field, message }) => ({ field, message })) }),
    ...(details && { details: { ...details } }),
  };
}

/** The answer to a refusal of the domain. */
export function problemOf(error: DomainError): Problem {
  const { code, message: detail, fields, details } = error;
  return problem({ status: statusOf[error.kind], code, detail, fields, details });
}

const statusOf: Readonly<Record<DomainErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  unprocessable: 422,
  unavailable: 503,
};

const statusTitles: Readonly<Record<number, string>> = {
  400: '请求有误',
  401: '请先登录',
  403: '没有权限',
  404: '没有找到',
  405: '不支持的操作',
  409: '状态已变化',
  413: '内容过大',
  415: '不支持的内容类型',
  422: '填写有误',
  429: '操作过于频繁',
  500: '系统出错',
  503: '服务暂不可用',
};
