const numbers = new Intl.NumberFormat('en-GB');

/** A number with its English noun: `1 case`, `2 cases`, `1,200 cases`. */
export function plural(n: number, one: string, several = `${one}s`): string {
  return `${numbers.format(n)} ${n === 1 ? one : several}`;
}
