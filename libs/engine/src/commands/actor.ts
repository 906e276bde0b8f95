/**
 * Who gave a command: passed through to the journal and the listeners as it stands, and never interpreted here.
 * `system` stands for timers, queues and the engine itself.
 */
export type Actor = 'system' | PersonalActor;

/** A person, in the role and on behalf of whom they act, and why. */
export interface PersonalActor {
  readonly accountId?: string;
  readonly name?: string;
  readonly role?: string;
  /** Id of the organisation unit. */
  readonly unit?: string;
  readonly onBehalfOf?: string;
  readonly reason?: string;
  readonly opinion?: string;
}
