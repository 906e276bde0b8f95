import { Injectable } from '@nestjs/common';
import { auditActor, AuditTrail, type Principal } from '@lianban/identity';
import type { Transaction } from '@lianban/platform';

/** What was done with a reception or one of its bookings; no personal data of who booked. */
export interface ReceptionDeed {
  readonly action: string;
  readonly reason?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Records who did what with a reception, in a chain of its own for each, as many may book at once. */
@Injectable()
export class ReceptionLog {
  readonly #audit: AuditTrail;

  constructor(audit: AuditTrail) {
    this.#audit = audit;
  }

  /** Comes last in its transaction. @param principal absent: a resident did it, without an account */
  async tell(
    tx: Transaction,
    receptionId: string,
    principal: Principal | undefined,
    { action, reason, detail }: ReceptionDeed,
  ): Promise<void> {
    await this.#audit.append(tx, {
      stream: `reception:${receptionId}`,
      actor: principal ? auditActor(principal) : null,
      action,
      subject: { type: 'reception', id: receptionId },
      result: 'done',
      ...(reason !== undefined && { reason }),
      ...(detail && { detail }),
    });
  }
}
