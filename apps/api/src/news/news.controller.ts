import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Principal } from '@lianban/identity';
import { signInRequired } from '../http/http-errors.js';
import { Asker, type SignedInRequest } from '../http/principal.js';
import { Route } from '../http/route.js';
import { NewsStreams } from './news-streams.service.js';

/** That something changed, as it happens. */
@ApiTags('events')
@Controller('events')
export class NewsController {
  readonly #streams: NewsStreams;

  constructor(streams: NewsStreams) {
    this.#streams = streams;
  }

  @Get()
  @Route({
    summary:
      'Server-sent events: "changed" with "tasks", "notices" or "workflows" when something of the own inboxes or notices changed, or beside a workflow that one edits',
    access: 'signed-in',
    status: 200,
    refuses: [429],
    background: true,
  })
  async openEvents(
    @Asker() asker: Principal,
    @Req() request: SignedInRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const bearer = request.headers.authorization?.replace(/^Bearer /iu, '');
    const secret = request.sessionToken ?? bearer;
    if (secret === undefined) throw signInRequired();
    const body = await this.#streams.open(asker, secret);
    void reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('x-accel-buffering', 'no') // a proxy hands on each line at once
      .send(body);
  }
}
