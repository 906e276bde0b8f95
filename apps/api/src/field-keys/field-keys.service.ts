import { Injectable } from '@nestjs/common';
import { ActRunner, type IdempotentRequest } from '@lianban/casework';
import { AccessService, auditActor, AuditTrail, type Principal } from '@lianban/identity';
import { FieldKeyRegister, type Transaction } from '@lianban/platform';
import type { FieldKeysView, NewFieldKey } from './field-keys.schema.js';

/** The keys of personal data, for who runs the installation; each change stands in the audit trail. */
@Injectable()
export class FieldKeysService {
  readonly #register: FieldKeyRegister;
  readonly #access: AccessService;
  readonly #acts: ActRunner;
  readonly #audit: AuditTrail;

  constructor(register: FieldKeyRegister, access: AccessService, acts: ActRunner, audit: AuditTrail) {
    this.#register = register;
    this.#access = access;
    this.#acts = acts;
    this.#audit = audit;
  }

  /** @throws permission-missing, field-keys-missing */
  async list(principal: Principal): Promise<FieldKeysView> {
    this.#access.require(principal, 'system.manage');
    const { keys, plain } = await this.#register.states();
    return {
      keys: keys.map((key) => ({ ...key, addedAt: key.addedAt?.toISOString() ?? null })),
      plain,
      left: keys.filter(({ seals }) => !seals).reduce((sum, { rows }) => sum + rows, plain),
    };
  }

  /** Makes the key that seals from now on. @throws permission-missing, field-keys-given, field-keys-missing */
  async rotate(
    principal: Principal,
    { algorithm }: NewFieldKey,
    request?: IdempotentRequest,
  ): Promise<{ readonly id: string }> {
    this.#access.require(principal, 'system.manage');
    return await this.#acts.run(request, async (tx) => {
      const id = await this.#register.rotate(tx, algorithm);
      await this.#tell(tx, principal, { action: 'field-key-made', id, detail: { algorithm } });
      return { id };
    });
  }

  /** Drops a key that nothing is sealed with. @throws permission-missing, field-key-unknown, field-key-in-use */
  async retire(principal: Principal, id: string, request?: IdempotentRequest): Promise<void> {
    this.#access.require(principal, 'system.manage');
    await this.#acts.run(request, async (tx) => {
      await this.#register.retire(tx, id);
      await this.#tell(tx, principal, { action: 'field-key-retired', id, detail: {} });
      return {};
    });
  }

  async #tell(
    tx: Transaction,
    principal: Principal,
    { action, id, detail }: { readonly action: string; readonly id: string; readonly detail: object },
  ): Promise<void> {
    const subject = { type: 'field-key', id };
    await this.#audit.append(tx, {
      actor: auditActor(principal),
      action,
      subject,
      result: 'done',
      detail: { ...detail },
    });
  }
}
