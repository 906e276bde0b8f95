/** Which changes of a workflow are kept where, each by its number. */
export interface Keeping {
  /** The last one that this browser keeps. */
  readonly kept: number;
  /** The last one that could not be kept here; 0 where nothing is refused. */
  readonly refused: number;
  /** The last one that the server has. */
  readonly sent: number;
  /** Why the server did not take it: it could not be reached or would not, or one went on elsewhere. */
  readonly unsent?: 'failed' | 'moved' | undefined;
}

/** How what was changed stands, as people are told. */
export type DraftState = 'unchanged' | 'saved' | 'sending' | 'local' | 'keeping' | 'lost' | 'moved';

/** How what was changed stands; a refusal holds until something is kept again, so that it is not overlooked. */
export function draftState(changes: number, { kept, refused, sent, unsent }: Keeping): DraftState {
  if (changes === 0) return 'unchanged';
  if (changes === sent) return 'saved';
  if (unsent === 'moved') return changes === kept ? 'moved' : 'keeping';
  if (changes === kept) return unsent === 'failed' ? 'local' : 'sending';
  return refused > kept ? 'lost' : 'keeping';
}
