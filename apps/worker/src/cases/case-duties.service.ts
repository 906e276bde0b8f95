import { Injectable } from '@nestjs/common';
import { FirstContacts, Ladder, PauseCaps, SideProcesses } from '@lianban/casework';
import { WhistleWatch } from '@lianban/joint-meeting';

/** What is looked after in cases while time goes by. Several processes may do it at once. */
@Injectable()
export class CaseDuties {
  constructor(
    private readonly pauses: PauseCaps,
    private readonly sides: SideProcesses,
    private readonly contacts: FirstContacts,
    private readonly whistles: WhistleWatch,
    private readonly ladder: Ladder,
  ) {}

  /**
   * Lets clocks run again that have stood for as long as they may, ends what goes on beside a case that is over, tells of
   * first contacts that are late and of units that did not come when they were called, and climbs the supervision ladder.
   */
  async look(): Promise<void> {
    await this.pauses.resumeOverdue();
    await this.sides.endLeft();
    await this.contacts.tellLate();
    await this.whistles.tellAbsent();
    await this.ladder.climb();
  }
}
