import { Inject, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { CLOCK, type Clock } from '@lianban/platform';
import { RateLimitedError } from './http-errors.js';

/** How many requests one address may make to a group of routes within a minute. */
export interface RateLimit {
  readonly group: string;
  readonly perMinute: number;
}

const RATE_LIMIT = 'lianban:rate-limit';
const window = 60_000;
/** Beyond this the oldest addresses are forgotten, so that the memory is bounded. */
const mostAddresses = 20_000;

/** Limits a route that anybody can call; for guesses of passwords and of query codes. */
export function Limited(limit: RateLimit): MethodDecorator {
  return SetMetadata(RATE_LIMIT, limit);
}

/** Counts requests per address and minute, in this process only: n processes allow n times as much. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  readonly #reflector: Reflector;
  readonly #clock: Clock;
  readonly #counts = new Map<string, { since: number; count: number }>();

  constructor(reflector: Reflector, @Inject(CLOCK) clock: Clock) {
    this.#reflector = reflector;
    this.#clock = clock;
  }

  canActivate(context: ExecutionContext): boolean {
    const limit = this.#reflector.get<RateLimit | undefined>(RATE_LIMIT, context.getHandler());
    if (!limit) return true;
    const key = `${limit.group} ${context.switchToHttp().getRequest<FastifyRequest>().ip}`;
    const now = this.#clock.now().getTime();
    const known = this.#counts.get(key);
    const current = known && now - known.since < window ? known : { since: now, count: 0 };
    current.count += 1;
    if (current !== known) this.#remember(key, current);
    if (current.count > limit.perMinute) throw new RateLimitedError(Math.ceil((current.since + window - now) / 1_000));
    return true;
  }

  #remember(key: string, entry: { since: number; count: number }): void {
    this.#counts.delete(key); // a Map keeps the order of insertion: the first key is the oldest
    this.#counts.set(key, entry);
    if (this.#counts.size <= mostAddresses) return;
    const oldest = this.#counts.keys().next().value;
    if (oldest !== undefined) this.#counts.delete(oldest);
  }
}
