import type { AccessService, Permission, Principal } from '@lianban/identity';
import type { SqlValues } from '../sql-values.js';
import type { HomeCardId } from './home.js';

/** Who looks, with SQL for the instants from which cards count. */
export interface HomeReader {
  readonly principal: Principal;
  readonly access: AccessService;
  /** Parameter with the account. */
  readonly account: string;
  /** Parameter with the present instant. */
  readonly now: string;
  /** Expressions for the last two midnights of the installation's time zone. */
  readonly today: string;
  readonly yesterday: string;
}

/** One card, as its lib counts it. The scope of who looks goes into its SQL. */
export interface HomeCardSource {
  readonly id: HomeCardId;
  /** Who has it nowhere does not see the card. */
  readonly permission: Permission;
  /**
   * A SELECT of the things that the card counts, each with `since` (when it came) and `due` (when it runs out or
   * begins), both `timestamptz` and either of them null where there is none.
   */
  things(reader: HomeReader, sql: SqlValues): string;
}
