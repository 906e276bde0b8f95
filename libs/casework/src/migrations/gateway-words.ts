import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What gateways and mail servers said is forgotten: it may repeat a resident's number and query code. */
export class GatewayWords1797000000035 implements MigrationInterface {
  readonly name = 'GatewayWords1797000000035';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE casework.delivery
      SET error = coalesce(substring(error FROM '^(?:the SMS gateway|WeCom) answered \\d+'), channel || ': not taken')
      WHERE error IS NOT NULL;
      UPDATE engine.outbox SET last_error = NULL WHERE topic LIKE 'notice.%' AND last_error IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    // Nothing to bring back.
  }
}
