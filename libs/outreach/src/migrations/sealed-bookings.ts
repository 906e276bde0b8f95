import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Room for sealed bookings; numbers are compared by their blind index, those from before by what they are. */
export class SealedBookings1798500000002 implements MigrationInterface {
  readonly name = 'SealedBookings1798500000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outreach.booking ADD COLUMN phone_index text, ADD COLUMN sealed_with text,
        ADD CONSTRAINT sealed_with_key FOREIGN KEY (sealed_with) REFERENCES platform.field_key NOT VALID;
      DROP INDEX outreach.booking_phone, outreach.booking_of_number;
      CREATE UNIQUE INDEX booking_phone ON outreach.booking (reception_id, coalesce(phone_index, phone))
        WHERE state = 'booked';
      CREATE INDEX booking_of_number ON outreach.booking (coalesce(phone_index, phone), booked_at) WHERE phone IS NOT NULL;
      CREATE INDEX booking_sealed_with ON outreach.booking (sealed_with)`);
  }

  /** Only before something is sealed: afterwards nobody could read it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX outreach.booking_phone, outreach.booking_of_number;
      ALTER TABLE outreach.booking DROP COLUMN phone_index, DROP COLUMN sealed_with;
      CREATE UNIQUE INDEX booking_phone ON outreach.booking (reception_id, phone) WHERE state = 'booked';
      CREATE INDEX booking_of_number ON outreach.booking (phone, booked_at) WHERE phone IS NOT NULL`);
  }
}
