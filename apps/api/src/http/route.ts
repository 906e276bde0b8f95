import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiExtension, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { ZodType } from 'zod';
import type { Permission } from '@lianban/identity';
import { problemMediaType, problemSchema } from './problem.js';

/** Who may call a route: everybody, whoever is signed in, or whoever holds a permission. */
export type RouteAccess = 'public' | 'signed-in' | Permission;

/** What a route declares: the guard, the documentation and the status all come from here. */
export interface RouteInit {
  readonly summary: string;
  readonly access: RouteAccess;
  /** Schema of the answer; absent: no content. */
  readonly answer?: ZodType;
  /** Status of the answer; default 200, without an answer 204. */
  readonly status?: number;
  /** Statuses with which it may refuse, besides 400, 401, 403 and 500, which go without saying. */
  readonly refuses?: readonly number[];
  /** True on a POST that has its effect once for a key: it takes the key, or it changes nothing when it comes again. */
  readonly idempotent?: boolean;
  /** True where windows ask by themselves: the session's idle time goes on. */
  readonly background?: boolean;
  /** True where somebody may go who has to set something right first. */
  readonly beforeDue?: boolean;
  /** Whether a program may call it by a token of its own; default: where a permission is needed, which scopes narrow. */
  readonly programs?: boolean;
}

/** Metadata key of {@link RouteAccess}. */
export const ROUTE_ACCESS = 'lianban:access';

/** Metadata key of {@link RouteInit.background}. */
export const ROUTE_BACKGROUND = 'lianban:background';

/** Metadata key of {@link RouteInit.beforeDue}. */
export const ROUTE_BEFORE_DUE = 'lianban:before-due';

/** Metadata key of {@link RouteInit.programs}. */
export const ROUTE_PROGRAMS = 'lianban:programs';

/** Declares a route. Without it nobody may call the route. */
export function Route(init: RouteInit): MethodDecorator {
  const status = init.status ?? (init.answer ? 200 : 204);
  const open = init.access === 'public';
  const refusals = [...new Set([400, ...(open ? [] : [401, 403]), ...(init.refuses ?? [])])].sort();
  return applyDecorators(
    SetMetadata(ROUTE_ACCESS, init.access),
    SetMetadata(ROUTE_BACKGROUND, init.background ?? false),
    SetMetadata(ROUTE_BEFORE_DUE, init.beforeDue ?? false),
    SetMetadata(ROUTE_PROGRAMS, init.programs ?? init.access !== 'signed-in'),
    HttpCode(status),
    ApiOperation({ summary: init.summary }),
    ApiExtension('x-access', init.access),
    ApiResponse(init.answer ? { status, standardSchema: init.answer, description: '' } : { status, description: '' }),
    ...refusals.map((refusal) => ApiResponse({ status: refusal, ...problemResponse })),
    ...(open ? [] : [ApiBearerAuth('bearer'), ApiCookieAuth('session')]),
    ...(init.idempotent
      ? [ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same key has its effect once' })]
      : []),
  );
}

const problemResponse = { standardSchema: problemSchema, description: problemMediaType } as const;
