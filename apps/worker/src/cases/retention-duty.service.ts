import { Injectable } from '@nestjs/common';
import { DeliveryService, Retention } from '@lianban/casework';
import { contentsOfMaterials } from '@lianban/joint-meeting';
import { blankBookings, contentsOfPledges } from '@lianban/outreach';
import { Database } from '@lianban/platform';
import type { Duty } from '../duties.js';

const atOnce = 200;
/** Milliseconds after which the other duties of this minute are let on; what is left waits for the next one. */
const longest = 20_000;

/** Takes personal data away whose term is over, in the quiet hours. Several processes may do it at once. */
@Injectable()
export class RetentionDuty {
  constructor(
    private readonly database: Database,
    private readonly retention: Retention,
    private readonly deliveries: DeliveryService,
  ) {}

  list(): readonly Duty[] {
    return this.deliveries.isQuiet() ? [{ name: 'retention', run: () => this.#run() }] : [];
  }

  async #run(): Promise<void> {
    const until = performance.now() + longest;
    const isLate = () => performance.now() > until;
    await this.retention.run(async (contents) => {
      const materials = await contentsOfMaterials(this.database, contents);
      return [...materials, ...(await contentsOfPledges(this.database, contents))];
    }, isLate);
    const now = this.retention.now();
    while (!isLate() && (await this.database.transaction((tx) => blankBookings(tx, now, atOnce))) > 0);
  }
}
