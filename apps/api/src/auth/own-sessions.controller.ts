import { Controller, Delete, Get, Param, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SessionService, type OwnSession, type Principal } from '@lianban/identity';
import { Asker, secretOf, type SignedInRequest } from '../http/principal.js';
import { Route } from '../http/route.js';
import { ownSessionsSchema } from './auth.schema.js';

/** Where one is signed in. */
@ApiTags('auth')
@Controller('me/sessions')
export class OwnSessionsController {
  readonly #sessions: SessionService;

  constructor(sessions: SessionService) {
    this.#sessions = sessions;
  }

  @Get()
  @Route({ summary: 'Browsers in which one is signed in', access: 'signed-in', answer: ownSessionsSchema })
  async listSessions(@Asker() asker: Principal, @Req() request: SignedInRequest): Promise<OwnSession[]> {
    return await this.#sessions.list(asker, secretOf(request));
  }

  @Delete(':id')
  @Route({ summary: 'Ends one of them', access: 'signed-in', refuses: [404] })
  async endSession(@Asker() asker: Principal, @Param('id') id: string): Promise<void> {
    await this.#sessions.end(asker, id);
  }

  @Delete()
  @Route({ summary: 'Ends all others, and the tokens of programs', access: 'signed-in' })
  async endOtherSessions(@Asker() asker: Principal, @Req() request: SignedInRequest): Promise<void> {
    await this.#sessions.endOthers(asker, secretOf(request));
  }
}
