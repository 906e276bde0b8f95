import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { UnitContacts } from '@lianban/organisation';
import { pagingSchema } from '../http/paging.js';
import { Limited } from '../http/rate-limit.js';
import { Route } from '../http/route.js';
import { OpeningTimes } from './opening.service.js';
import { stationSchema, stationsSchema } from './station.schema.js';

const querySchema = pagingSchema.extend({
  q: z.string().trim().max(50).optional().describe('A part of the name, of a place name, or of the address'),
});

/** Where stations are and when they are open: for residents, without an account, limited per address. */
@ApiTags('public')
@Controller('public/stations')
export class PublicStationsController {
  readonly #contacts: UnitContacts;
  readonly #opening: OpeningTimes;

  constructor(contacts: UnitContacts, opening: OpeningTimes) {
    this.#contacts = contacts;
    this.#opening = opening;
  }

  @Get()
  @Limited({ group: 'public-stations', perMinute: 120 })
  @Route({ summary: 'Stations that stand', access: 'public', answer: stationsSchema, refuses: [429] })
  async listStations(
    @Query({ schema: querySchema }) query: z.output<typeof querySchema>,
  ): Promise<z.output<typeof stationsSchema>> {
    const { items, next } = await this.#contacts.stations(query);
    return { items: items.map(({ hours: _, ...station }) => station), next };
  }

  @Get(':id')
  @Limited({ group: 'public-stations', perMinute: 120 })
  @Route({
    summary: 'A station: address, telephone, opening hours, and whether it is open now',
    access: 'public',
    answer: stationSchema,
    refuses: [404, 429],
  })
  async getStation(@Param('id') id: string): Promise<z.output<typeof stationSchema>> {
    const { hours, ...station } = await this.#contacts.station(id);
    if (!hours) return { ...station, hours, opening: null };
    const { workingDays, daysOff } = hours;
    return { ...station, hours: { workingDays, daysOff }, opening: this.#opening.of(hours) };
  }
}
