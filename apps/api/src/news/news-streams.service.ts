import type { Readable } from 'node:stream';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { NewsDesk, type Subject } from '@lianban/casework';
import { AuthService, type Principal } from '@lianban/identity';
import { CLOCK, LOGGER, type Clock } from '@lianban/platform';
import { RateLimitedError } from '../http/http-errors.js';
import { NewsStream } from './news-stream.js';

/** How often a sign of life goes out, and sessions are looked at. Milliseconds. */
const every = 15_000;
/** After so many milliseconds a browser asks again, and what it may see is found anew. */
const longest = 10 * 60_000;
/** Streams of one account in this process; a person has a few windows. */
const mostOfOne = 8;
/** Streams in this process. */
const mostOfAll = 10_000;

/** The open streams of server-sent events. Each ends with its session, for which it is no sign of activity. */
@Injectable()
export class NewsStreams implements OnModuleInit, OnModuleDestroy {
  readonly #desk: NewsDesk;
  readonly #auth: AuthService;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #streams = new Set<NewsStream>();
  #untold = new Map<NewsStream, Set<Subject>>();
  #timer: NodeJS.Timeout | undefined;

  constructor(desk: NewsDesk, auth: AuthService, @Inject(CLOCK) clock: Clock, @Inject(LOGGER) log: Logger) {
    this.#desk = desk;
    this.#auth = auth;
    this.#clock = clock;
    this.#log = log;
  }

  /** How many are open. */
  get size(): number {
    return this.#streams.size;
  }

  onModuleInit(): void {
    this.#timer = setInterval(() => void this.beat(), every);
    this.#timer.unref();
  }

  /** Streams are never idle: the process would wait for them when it stops. */
  onModuleDestroy(): void {
    clearInterval(this.#timer);
    for (const stream of this.#streams) stream.end();
  }

  /** Opens a stream. @throws RateLimitedError when there are too many */
  async open(principal: Principal, secret: string): Promise<Readable> {
    const { accountId } = principal;
    const own = [...this.#streams].filter((stream) => stream.accountId === accountId).length;
    if (own >= mostOfOne || this.#streams.size >= mostOfAll) throw new RateLimitedError(60);
    const stream = new NewsStream(accountId, secret, this.#clock.now().getTime());
    this.#streams.add(stream);
    const stop = await this.#desk.wait(principal, (subject) => this.#put(stream, subject));
    stream.body.once('close', () => {
      this.#streams.delete(stream);
      stop();
    });
    return stream.body;
  }

  /** A sign of life for all; those whose session has ended, or who are there for long, end. */
  async beat(): Promise<void> {
    const streams = [...this.#streams];
    const oldest = this.#clock.now().getTime() - longest;
    const live = await this.#stillSignedIn(streams);
    for (const stream of streams) {
      if (live.has(stream.secret) && stream.since > oldest) stream.beat();
      else stream.end();
    }
  }

  /** One change may concern many: they are told together, after one look at their sessions. */
  #put(stream: NewsStream, subject: Subject): void {
    if (this.#untold.size === 0) setImmediate(() => void this.#tell());
    this.#untold.set(stream, (this.#untold.get(stream) ?? new Set()).add(subject));
  }

  async #tell(): Promise<void> {
    const untold = this.#untold;
    this.#untold = new Map();
    const live = await this.#stillSignedIn([...untold.keys()]);
    for (const [stream, subjects] of untold) {
      if (!live.has(stream.secret)) stream.end();
      else for (const subject of subjects) stream.tell(subject);
    }
  }

  /** Where that cannot be found out, nobody is: browsers ask again. */
  async #stillSignedIn(streams: readonly NewsStream[]): Promise<ReadonlySet<string>> {
    try {
      return await this.#auth.stillSignedIn(streams.map(({ secret }) => secret));
    } catch (error) {
      this.#log.warn({ err: error }, 'sessions could not be looked at; their streams end');
      return new Set();
    }
  }
}
