import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { RequestCounter } from './request-counter.js';

/** How many requests one address may make to a group of routes within a minute. */
export interface RateLimit {
  readonly group: string;
  readonly perMinute: number;
}

const RATE_LIMIT = 'lianban:rate-limit';

/** Limits a route that anybody can call; for guesses of passwords and of query codes. */
export function Limited(limit: RateLimit): MethodDecorator {
  return SetMetadata(RATE_LIMIT, limit);
}

/** Counts requests per address and minute. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  readonly #reflector: Reflector;
  readonly #counter: RequestCounter;

  constructor(reflector: Reflector, counter: RequestCounter) {
    this.#reflector = reflector;
    this.#counter = counter;
  }

  canActivate(context: ExecutionContext): boolean {
    const limit = this.#reflector.get<RateLimit | undefined>(RATE_LIMIT, context.getHandler());
    if (!limit) return true;
    const { ip } = context.switchToHttp().getRequest<FastifyRequest>();
    this.#counter.count(`${limit.group} ${ip}`, limit.perMinute);
    return true;
  }
}
