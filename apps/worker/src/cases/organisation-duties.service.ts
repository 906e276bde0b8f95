import { Injectable } from '@nestjs/common';
import { LeavingService, UnitChangeService } from '@lianban/casework';
import type { Duty } from '../duties.js';

/** What is looked after when people and units are gone. Several processes may do it at once. */
@Injectable()
export class OrganisationDuties {
  constructor(
    private readonly leaving: LeavingService,
    private readonly units: UnitChangeService,
  ) {}

  /** What was with people who left, and with units that changed, goes on with others. */
  list(): readonly Duty[] {
    return [
      { name: 'people who left', run: () => this.leaving.followUp() },
      { name: 'units that changed', run: () => this.units.followUp() },
    ];
  }
}
