import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { HomeService, type Home } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { homeSchema } from './home.schema.js';

/** What waits for the person who asks. */
@ApiTags('desk')
@Controller('desk/home')
export class HomeController {
  readonly #home: HomeService;

  constructor(home: HomeService) {
    this.#home = home;
  }

  @Get()
  @Route({ summary: 'Counts of what waits for one (首页)', access: 'signed-in', answer: homeSchema })
  async getHome(@Asker() asker: Principal): Promise<Home> {
    return await this.#home.get(asker);
  }
}
