import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { CalendarDefinition } from '@lianban/calendar';
import { FormKeeper } from '@lianban/casework';
import { EngineCalendars } from '@lianban/engine';
import { GrantService } from '@lianban/identity';
import { UnitService } from '@lianban/organisation';
import type { workflowNamesSchema } from './workflow.schema.js';

/** What diagrams may name in this installation, for those who draw them. */
@Injectable()
export class WorkflowNames {
  readonly #roles: GrantService;
  readonly #units: UnitService;
  readonly #calendars: EngineCalendars;
  readonly #forms: FormKeeper;

  constructor(roles: GrantService, units: UnitService, calendars: EngineCalendars, forms: FormKeeper) {
    this.#roles = roles;
    this.#units = units;
    this.#calendars = calendars;
    this.#forms = forms;
  }

  async all(): Promise<z.output<typeof workflowNamesSchema>> {
    const [roles, units, forms] = await Promise.all([this.#roles.roles(), this.#units.list(), this.#forms.names()]);
    const { current, timeZone } = this.#calendars;
    return {
      roles: roles.map(({ code, name }) => ({ id: code, name })),
      units: units.map(({ id, name, kind }) => ({ id, name, kind })),
      calendars: current.ids.map((id) => calendarOf(current.get(id).definition)),
      forms: [...forms],
      timeZone,
    };
  }
}

type Calendar = z.output<typeof workflowNamesSchema>['calendars'][number];

/** A copy that may be changed, as the schema has it. */
function calendarOf({ hours, overrides, noticedYears, ...rest }: CalendarDefinition): Calendar {
  const { breaks, ...opening } = hours;
  return {
    ...rest,
    hours: { ...opening, ...(breaks && { breaks: [...breaks] }) },
    overrides: [...overrides],
    ...(noticedYears && { noticedYears: [...noticedYears] }),
  };
}
