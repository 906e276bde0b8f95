import { Body, Controller, Delete, Get, Header, Headers, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  DistrictMapService,
  ScreenFiguresService,
  screenLinkDraftSchema,
  ScreenLinks,
  type IdempotentRequest,
  type ScreenFigures,
  type ScreenLink,
  type ScreenLinkDraft,
  type SettledMap,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Limited } from '../http/rate-limit.js';
import { Route } from '../http/route.js';
import { districtMapSchema, screenFiguresSchema, screenLinksSchema } from './map.schema.js';

const tokenHeader = { name: 'X-Screen-Token', required: false, description: 'The token of a link of a screen' };
/** A screen asks once a minute, and so do those beside it that come from the same address. */
const limit = { group: 'public-screen', perMinute: 60 };

/** What a token opened is kept nowhere on the way, or it would be shown after its link was ended. */
const kept = ['cache-control', 'no-store'] as const;

/** Screens in halls (大屏): figures without anybody's name, read by a link or by a session. */
@ApiTags('screens')
@Controller()
export class ScreensController {
  readonly #figures: ScreenFiguresService;
  readonly #links: ScreenLinks;
  readonly #maps: DistrictMapService;

  constructor(figures: ScreenFiguresService, links: ScreenLinks, maps: DistrictMapService) {
    this.#figures = figures;
    this.#links = links;
    this.#maps = maps;
  }

  @Get('statistics/screen')
  @Route({
    summary: 'Figures for a screen in a hall, of the units that one answers for; no sign of activity',
    access: 'statistics.read',
    answer: screenFiguresSchema,
    background: true,
  })
  async getScreen(@Asker() asker: Principal): Promise<ScreenFigures> {
    return await this.#figures.of(asker);
  }

  @Get('public/screen')
  @Limited(limit)
  @Header(...kept)
  @ApiHeader(tokenHeader)
  @Route({
    summary: 'Figures for a screen in a hall, by the token of its link',
    access: 'public',
    answer: screenFiguresSchema,
    refuses: [401, 429],
  })
  async getPublicScreen(@Headers('x-screen-token') token: string | undefined): Promise<ScreenFigures> {
    return await this.#figures.ofScope(await this.#links.scopeOf(token ?? ''));
  }

  @Get('public/screen/map')
  @Limited(limit)
  @Header(...kept)
  @ApiHeader(tokenHeader)
  @Route({
    summary: 'The outline of the district for a screen, by the token of its link',
    access: 'public',
    answer: districtMapSchema,
    refuses: [401, 429],
  })
  async getPublicScreenMap(@Headers('x-screen-token') token: string | undefined): Promise<SettledMap> {
    await this.#links.scopeOf(token ?? '');
    return { ...(await this.#maps.current()), by: '', note: '' };
  }

  @Get('screen-links')
  @Route({ summary: 'Links of screens, the newest first', access: 'system.manage', answer: screenLinksSchema })
  async listScreenLinks(@Asker() asker: Principal): Promise<ScreenLink[]> {
    return await this.#links.list(asker);
  }

  @Post('screen-links')
  @Route({
    summary: 'Makes a link for a screen; it reads the figures of one unit and nothing else',
    access: 'system.manage',
    answer: z.object({ id: z.string() }).meta({ id: 'MadeScreenLink' }),
    status: 201,
    refuses: [404, 422],
    idempotent: true,
  })
  async makeScreenLink(
    @Asker() asker: Principal,
    @Body({ schema: screenLinkDraftSchema }) draft: ScreenLinkDraft,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<{ id: string }> {
    return await this.#links.make(asker, draft, request);
  }

  @Delete('screen-links/:id')
  @Route({ summary: 'Ends a link of a screen', access: 'system.manage', refuses: [404] })
  async endScreenLink(@Asker() asker: Principal, @Param('id') id: string): Promise<void> {
    await this.#links.end(asker, id);
  }
}
