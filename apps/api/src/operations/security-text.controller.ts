import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CLOCK, CONFIG, type Clock, type Config } from '@lianban/platform';
import { routeUnknown } from '../http/http-errors.js';
import { Route } from '../http/route.js';

/** How long what it says may be relied on; RFC 9116 advises less than a year. */
const days = 180;

/** Tells whoever finds a weakness whom to tell (RFC 9116), where the installation names somebody. */
@ApiTags('operations')
@Controller('.well-known/security.txt')
export class SecurityTextController {
  readonly #config: Config;
  readonly #clock: Clock;

  constructor(@Inject(CONFIG) config: Config, @Inject(CLOCK) clock: Clock) {
    this.#config = config;
    this.#clock = clock;
  }

  /** @throws route-unknown where nobody is named */
  @Get()
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiProduces('text/plain')
  @Route({ summary: 'Whom to tell of a weakness', access: 'public', answer: z.string(), refuses: [404] })
  getSecurityText(): string {
    const { securityContact } = this.#config;
    if (securityContact === undefined) throw routeUnknown('/.well-known/security.txt');
    const expires = new Date(this.#clock.now().getTime() + days * 86_400_000).toISOString();
    return `Contact: ${securityContact}\nExpires: ${expires}\nPreferred-Languages: zh, en\n`;
  }
}
