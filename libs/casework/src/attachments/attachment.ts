/** A photo or a paper of a case. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  /** Media type by its content, whatever its name says. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly addedBy: string;
  readonly addedAt: string;
  /** Whether the asker may take it away. */
  readonly canRemove: boolean;
}

/** A file that somebody brings. */
export interface Upload {
  /** As the sender calls it; only its last part counts. */
  readonly name: string;
  readonly content: Uint8Array;
}
