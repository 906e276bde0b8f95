import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { preferenceChangeSchema, preferencesSchema, PreferenceService, type Preferences } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';

/** How the person who asks wants their desk. */
@ApiTags('desk')
@Controller('me/preferences')
export class PreferencesController {
  readonly #preferences: PreferenceService;

  constructor(preferences: PreferenceService) {
    this.#preferences = preferences;
  }

  @Get()
  @Route({
    summary: 'The own preferences, decided or not',
    access: 'signed-in',
    beforeDue: true,
    answer: preferencesSchema,
  })
  async getPreferences(@Asker() asker: Principal): Promise<Preferences> {
    return await this.#preferences.get(asker);
  }

  @Patch()
  @Route({ summary: 'Changes some of the own preferences', access: 'signed-in', answer: preferencesSchema })
  async changePreferences(
    @Asker() asker: Principal,
    @Body({ schema: preferenceChangeSchema }) change: z.output<typeof preferenceChangeSchema>,
  ): Promise<Preferences> {
    return await this.#preferences.change(asker, change);
  }
}
