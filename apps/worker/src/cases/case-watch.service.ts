import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '@lianban/platform';
import { doEach } from '../duties.js';
import { NoticeDuties } from '../notices/notice-duties.service.js';
import { CaseDuties } from './case-duties.service.js';
import { OrganisationDuties } from './organisation-duties.service.js';
import { RetentionDuty } from './retention-duty.service.js';

const everyMs = 60_000;

/** Once a minute, does what cases, notices and those who are gone need while time goes by; a duty that fails does not keep the others. */
@Injectable()
export class CaseWatch implements OnModuleInit, OnModuleDestroy {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;

  constructor(
    private readonly cases: CaseDuties,
    private readonly notices: NoticeDuties,
    private readonly organisation: OrganisationDuties,
    private readonly retention: RetentionDuty,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onModuleInit(): void {
    this.#timer = setInterval(() => {
      const duties = [this.cases, this.notices, this.organisation, this.retention].flatMap((each) => each.list());
      this.#running = doEach(duties, this.log);
    }, everyMs);
    this.#timer.unref();
  }

  /** Ends after the look that is under way. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }
}
