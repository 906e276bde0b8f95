import { Injectable } from '@nestjs/common';
import type { Transaction } from '@lianban/platform';

/** The places between two statements at which a process may die. */
export type CrashPoint = 'after-lock' | 'after-step' | 'before-commit' | 'after-commit';

/** What happens at a named point: nothing, save in tests, which override the provider to stop the world there. */
@Injectable()
export class CrashPoints {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- the parameters are for those who override it
  async reach(point: CrashPoint, tx: Transaction): Promise<void> {}
}
