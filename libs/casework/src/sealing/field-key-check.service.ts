import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CLOCK, Database, prepareFieldKeys, type Clock } from '@lianban/platform';

/** Lets nothing start that lacks the keys of the personal data in its database. */
@Injectable()
export class FieldKeyCheck implements OnModuleInit {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** @throws field-keys-missing, field-key-wrong */
  async onModuleInit(): Promise<void> {
    await prepareFieldKeys(this.#database, this.#clock);
  }
}
