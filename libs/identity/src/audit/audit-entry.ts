/** Who acted, as they were named at that moment. */
export interface AuditActor {
  readonly accountId: string;
  readonly name: string;
  /** Role codes, joined by commas; where a program acted, `token:` and the first characters of its token at the end. */
  readonly role: string;
  /** Unit name; empty for somebody without a unit. */
  readonly unit: string;
}

/** What is said of an act when it is recorded; time, number and hash are added by the trail. */
export interface AuditDraft {
  /**
   * Chain that the entry joins; default `main`. Writers of one chain wait for each other until commit, so a busy
   * subject has its own, and `append` comes last in its transaction.
   */
  readonly stream?: string;
  /** Null: the system itself, or somebody who did not get in. */
  readonly actor: AuditActor | null;
  readonly onBehalfOf?: string;
  /** In the past tense, as `signed-in` or `personal-data-revealed`. */
  readonly action: string;
  readonly subject?: { readonly type: string; readonly id: string };
  readonly reason?: string;
  readonly result: 'done' | 'refused' | 'failed';
  /** Facts, without secrets and without personal data. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** Address of the client. */
  readonly ip?: string;
}

/** An entry as it stands in the trail. */
export interface AuditEntry extends Required<Omit<AuditDraft, 'onBehalfOf' | 'subject' | 'reason' | 'ip'>> {
  /** Number in its stream, from 1 without gaps. */
  readonly seq: number;
  readonly at: Date;
  readonly onBehalfOf: string | null;
  readonly subject: { readonly type: string; readonly id: string } | null;
  readonly reason: string | null;
  readonly ip: string | null;
  readonly previousHash: string;
  readonly hash: string;
}

/** What {@link AuditDraft} and its place in the chain give; all of it is covered by the hash. */
export type UnsealedEntry = Omit<AuditEntry, 'hash'>;
