/** How like the words of two cases are, from 0 to 1: Dice's, twice what both have, of what they have together. */
export function likenessSql(one: string, other: string): string {
  return `round(2.0 * (SELECT count(*) FROM unnest(${one}) AS term WHERE term = ANY(${other}))
            / greatest(cardinality(${one}) + cardinality(${other}), 1), 2)::float`;
}
