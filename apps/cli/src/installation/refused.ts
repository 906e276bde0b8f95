/** A command cannot do what it was asked. The message is the one line that an administrator needs. */
export class Refused extends Error {
  constructor(message: string, options?: { cause: unknown }) {
    super(message, options);
    this.name = 'Refused';
  }
}
