import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets bookings be counted by the number that they were made for. */
export class BookingNumbers1797000000181 implements MigrationInterface {
  readonly name = 'BookingNumbers1797000000181';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX booking_of_number ON outreach.booking (phone, booked_at) WHERE phone IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX outreach.booking_of_number');
  }
}
