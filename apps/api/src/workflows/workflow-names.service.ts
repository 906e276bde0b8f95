import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { InstallationNames } from '@lianban/bpmn';
import type { CalendarDefinition } from '@lianban/calendar';
import { FormKeeper } from '@lianban/casework';
import { EngineCalendars } from '@lianban/engine';
import { GrantService } from '@lianban/identity';
import { UnitService } from '@lianban/organisation';
import type { workflowNamesSchema } from './workflow.schema.js';

/** A unit that has ended and that a file still names. */
export interface EndedUnit {
  readonly file: string;
  readonly id: string;
  readonly name: string;
  readonly heir: string | null;
}

/** What diagrams may name in this installation. */
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

  /** For those who draw them. */
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

  /** For those who check them: groups that people belong to (codes of roles and ids of units), and forms. */
  async known(): Promise<Required<Pick<InstallationNames, 'groups' | 'forms'>>> {
    const { roles, units, forms } = await this.all();
    return { groups: new Set([...roles, ...units].map(({ id }) => id)), forms: new Set(forms.map(({ id }) => id)) };
  }

  /** Units that have ended and that files quote, each with the name of who goes on with what was theirs. */
  async endedIn(files: readonly { readonly name: string; readonly content: string }[]): Promise<readonly EndedUnit[]> {
    const found: EndedUnit[] = [];
    for (const { id, name, heir } of await this.#units.ended())
      for (const file of files)
        if (file.content.includes(`"${id}"`) || file.content.includes(`&quot;${id}&quot;`))
          found.push({ file: file.name, id, name, heir });
    return found;
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
