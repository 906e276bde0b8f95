/** A case as it is compared. */
export interface ComparedCase {
  readonly id: string;
  /** Cases are compared with those of the same topic and place only. */
  readonly topic: string;
  readonly place: string;
  readonly terms: readonly string[];
}

/**
 * Cases that are about the same, as groups of ids, the largest first. The case that most others are like is the centre
 * of the first group, with all that are like it; then the same again with the rest. So each case of a group is like its
 * centre, and no chain of small likenesses joins what has nothing in common. What people write about any topic ("please
 * deal with it soon") makes nothing alike.
 */
export function matterGroups(
  cases: readonly ComparedCase[],
  { fewest, likeness }: { readonly fewest: number; readonly likeness: number },
): string[][] {
  const general = generalTerms(cases);
  const blocks = new Map<string, ComparedCase[]>();
  for (const each of cases) {
    const telling = { ...each, terms: each.terms.filter((term) => !general.has(term)) };
    const key = JSON.stringify([each.topic, each.place]);
    const block = blocks.get(key);
    if (block) block.push(telling);
    else blocks.set(key, [telling]);
  }
  const groups = [...blocks.values()].flatMap((block) => groupsOf(block, fewest, likeness));
  return groups.sort((a, b) => b.length - a.length);
}

/** With fewer topics nothing can be said of what is general. */
const fewestTopics = 4;

/** Terms that are used in more than half of the topics. */
function generalTerms(cases: readonly ComparedCase[]): ReadonlySet<string> {
  const topics = new Map<string, Set<string>>();
  for (const { topic, terms } of cases)
    for (const term of terms) {
      const known = topics.get(term);
      if (known) known.add(topic);
      else topics.set(term, new Set([topic]));
    }
  const all = new Set(cases.map(({ topic }) => topic)).size;
  if (all < fewestTopics) return new Set();
  return new Set([...topics].flatMap(([term, used]) => (used.size > all / 2 ? [term] : [])));
}

function groupsOf(block: readonly ComparedCase[], fewest: number, likeness: number): string[][] {
  if (block.length < fewest) return [];
  const neighbours = neighboursOf(block, likeness);
  const free = new Set(block.keys());
  const groups: string[][] = [];
  for (;;) {
    let centre: number[] = [];
    for (const index of free) {
      const around = (neighbours[index] ?? []).filter((other) => free.has(other));
      if (around.length > centre.length) centre = around;
    }
    if (centre.length < fewest) return groups;
    for (const index of centre) free.delete(index);
    groups.push(centre.flatMap((index) => block[index]?.id ?? []));
  }
}

/** For each case those that are like it, itself among them; likeness is Dice's, as for likely repeats. */
function neighboursOf(block: readonly ComparedCase[], likeness: number): number[][] {
  const size = block.length;
  const common = commonTerms(block);
  return block.map((one, row) =>
    block.flatMap((other, column) => {
      if (row === column) return [column];
      const shared = common[row * size + column] ?? 0;
      return (2 * shared) / (one.terms.length + other.terms.length) >= likeness ? [column] : [];
    }),
  );
}

/** How many terms each two cases have in common, by who has each term: most pairs have few. */
function commonTerms(block: readonly ComparedCase[]): Uint16Array {
  const holders = new Map<string, number[]>();
  for (const [index, { terms }] of block.entries())
    for (const term of terms) {
      const known = holders.get(term);
      if (known) known.push(index);
      else holders.set(term, [index]);
    }
  const common = new Uint16Array(block.length * block.length);
  for (const indices of holders.values())
    for (const row of indices)
      for (const column of indices)
        common[row * block.length + column] = (common[row * block.length + column] ?? 0) + 1;
  return common;
}
