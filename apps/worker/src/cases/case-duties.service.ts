import { Injectable } from '@nestjs/common';
import { ContactTerms, FirstContacts, Ladder, PauseCaps, SideProcesses } from '@lianban/casework';
import { WhistleWatch } from '@lianban/joint-meeting';
import type { Duty } from '../duties.js';

/** What is looked after in cases while time goes by. Several processes may do it at once. */
@Injectable()
export class CaseDuties {
  constructor(
    private readonly pauses: PauseCaps,
    private readonly sides: SideProcesses,
    private readonly terms: ContactTerms,
    private readonly contacts: FirstContacts,
    private readonly whistles: WhistleWatch,
    private readonly ladder: Ladder,
  ) {}

  /**
   * Lets clocks run again that have stood for as long as they may, ends what goes on beside a case that is over, lets
   * first contacts follow changed calendars, tells of those that are late and of units that did not come when they were called, and climbs the supervision ladder.
   */
  list(): readonly Duty[] {
    return [
      { name: 'pauses', run: () => this.pauses.resumeOverdue() },
      { name: 'side processes', run: () => this.sides.endLeft() },
      { name: 'terms of first contacts', run: () => this.terms.followCalendars() },
      { name: 'first contacts', run: () => this.contacts.tellLate() },
      { name: 'whistles', run: () => this.whistles.tellAbsent() },
      { name: 'supervision ladder', run: () => this.ladder.climb() },
    ];
  }
}
