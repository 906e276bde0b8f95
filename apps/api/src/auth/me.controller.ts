import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '@lianban/identity';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { meSchema, type Me } from './auth.schema.js';
import { meOf } from './me.js';

/** The person who asks. */
@ApiTags('auth')
@Controller('me')
export class MeController {
  @Get()
  @Route({ summary: 'Who is signed in', access: 'signed-in', beforeDue: true, programs: true, answer: meSchema })
  getMe(@Asker() asker: Principal): Me {
    return meOf(asker);
  }
}
