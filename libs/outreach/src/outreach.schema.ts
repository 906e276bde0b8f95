import type { EntityClass, MigrationClass } from '@lianban/platform';
import { BookingNumbers1797000000181 } from './migrations/booking-numbers.js';
import { CreateOutreach1797000000100 } from './migrations/create-outreach.js';
import { PledgeDrops1797000000113 } from './migrations/pledge-drops.js';
import { PledgeFiles1797000000112 } from './migrations/pledge-files.js';
import { Pledges1797000000110 } from './migrations/pledges.js';
import { SealedBookings1798500000002 } from './migrations/sealed-bookings.js';
import { Receptions1797000000121 } from './migrations/receptions.js';

/** Entities of the schema `outreach`: none, its tables are read and written by statements. */
export const outreachEntities: readonly EntityClass[] = [];

/** Migrations of the schema `outreach`. */
export const outreachMigrations: readonly MigrationClass[] = [
  CreateOutreach1797000000100,
  Pledges1797000000110,
  PledgeFiles1797000000112,
  PledgeDrops1797000000113,
  Receptions1797000000121,
  BookingNumbers1797000000181,
  SealedBookings1798500000002,
];
