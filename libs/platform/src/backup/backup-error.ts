/** A backup cannot be made, trusted or put back. The message is the one line that an administrator needs. */
export class BackupError extends Error {
  constructor(message: string, options?: { cause: unknown }) {
    super(message, options);
    this.name = 'BackupError';
  }
}
