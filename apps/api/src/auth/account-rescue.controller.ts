import { Body, Controller, Delete, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { AccountRescue, type Principal } from '@lianban/identity';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { passwordResetSchema, signInWaySchema } from './auth.schema.js';

/**
 * What administrators do about accounts of others. One gives a new password, another takes the second factor away:
 * neither gets into an account alone that has both (三员分立).
 */
@ApiTags('auth')
@Controller('people/:id')
export class AccountRescueController {
  readonly #rescue: AccountRescue;

  constructor(rescue: AccountRescue) {
    this.#rescue = rescue;
  }

  @Put('password')
  @Route({
    summary: 'Gives a password that has to be changed at the next sign-in; signs out everywhere',
    access: 'system.manage',
    programs: false,
    refuses: [404],
  })
  async resetPassword(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: passwordResetSchema }) { password }: z.output<typeof passwordResetSchema>,
  ): Promise<void> {
    await this.#rescue.resetPassword(asker, id, password);
  }

  @Put('sign-in')
  @Route({
    summary: 'Decides by what an account gets in; signs out everywhere and takes its tokens back',
    access: 'system.manage',
    programs: false,
    refuses: [404],
  })
  async setSignIn(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: signInWaySchema }) { by }: z.output<typeof signInWaySchema>,
  ): Promise<void> {
    await this.#rescue.setSignIn(asker, id, by);
  }

  @Delete('second-factor')
  @Route({
    summary: 'Takes the second factor away; signs out everywhere',
    access: 'grants.manage',
    programs: false,
    refuses: [404],
  })
  async resetSecondFactor(@Asker() asker: Principal, @Param('id') id: string): Promise<void> {
    await this.#rescue.resetSecondFactor(asker, id);
  }

  @Delete('sessions')
  @Route({ summary: 'Signs somebody out everywhere', access: 'grants.manage', programs: false, refuses: [404] })
  async endSessions(@Asker() asker: Principal, @Param('id') id: string): Promise<void> {
    await this.#rescue.endSessions(asker, id);
  }
}
