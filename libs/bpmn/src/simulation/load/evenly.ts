/** Successive multiples of it, without their whole part, lie evenly between 0 and 1, however many there are. */
const GOLDEN = 0.618_033_988_749_895;

/** For each turn a number from 0 to below 1: evenly spread over many turns, and the same in every run. */
export function evenly(turn: number): number {
  return (turn * GOLDEN) % 1;
}
