/** Which changes of a diagram this browser keeps, each by its number. */
export interface Keeping {
  /** The last one that is kept. */
  readonly kept: number;
  /** The last one that could not be kept; 0 where nothing is refused. */
  readonly refused: number;
}

/** How what was changed stands; a refusal holds until something is kept again, so that it is not overlooked. */
export function draftState(changes: number, { kept, refused }: Keeping): 'unchanged' | 'kept' | 'keeping' | 'lost' {
  if (changes === 0) return 'unchanged';
  if (changes === kept) return 'kept';
  return refused > kept ? 'lost' : 'keeping';
}
