import { Inject, Injectable } from '@nestjs/common';
import { PrivacySettings } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { CLOCK, CONFIG, type Clock, type Config } from '@lianban/platform';
import { chineseTime } from './document.js';

/** Says in what is taken out who took it out and when, so that a paper that leaves the office can be traced. */
@Injectable()
export class ExportMarks {
  readonly #settings: PrivacySettings;
  readonly #clock: Clock;
  readonly #timeZone: string;

  constructor(
    settings: PrivacySettings,
    @Inject(CLOCK) clock: Clock,
    @Inject(CONFIG) config: Pick<Config, 'timeZone'>,
  ) {
    this.#settings = settings;
    this.#clock = clock;
    this.#timeZone = config.timeZone;
  }

  /** Undefined where nothing is to be marked. */
  async of({ displayName, username, units }: Principal): Promise<string | undefined> {
    if (!(await this.#settings.watermark()).exports) return undefined;
    const time = chineseTime(this.#clock.now().toISOString(), this.#timeZone);
    return [`导出：${displayName}（${username}）`, units[0]?.name, time].filter(Boolean).join('，');
  }
}
