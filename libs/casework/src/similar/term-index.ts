/** A case that shares words with a text. */
export interface Likeness {
  readonly id: string;
  readonly score: number;
}

interface Entry {
  readonly id: string;
  readonly terms: readonly Term[];
}

/** A word with the cases that have it, in no order. */
interface Term {
  readonly text: string;
  readonly holders: Entry[];
}

/**
 * Which cases have which terms, in memory. Each term counts by its rarity among the cases held, and a long case needs
 * more of them. The same cases give the same answer, in whatever order they came.
 */
export class TermIndex {
  readonly #terms = new Map<string, Term>();
  readonly #entries = new Map<string, Entry>();

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  /** @param texts each term once */
  add(id: string, texts: readonly string[]): void {
    if (this.has(id)) return;
    const entry: Entry = { id, terms: texts.map((text) => this.#termOf(text)) };
    this.#entries.set(id, entry);
    for (const { holders } of entry.terms) holders.push(entry);
  }

  /** Forgets every other case. */
  keepOnly(ids: ReadonlySet<string>): void {
    for (const [id, entry] of this.#entries) {
      if (ids.has(id)) continue;
      this.#entries.delete(id);
      for (const term of entry.terms) this.#withdraw(term, entry);
    }
  }

  /** The cases that are most like a text with these terms, the most like first. */
  nearest(texts: readonly string[], most: number): Likeness[] {
    const scores = new Map<Entry, number>();
    for (const text of new Set(texts)) {
      const holders = this.#terms.get(text)?.holders ?? [];
      const weight = Math.log(1 + this.#entries.size / holders.length) ** 2;
      for (const entry of holders) scores.set(entry, (scores.get(entry) ?? 0) + weight);
    }
    return [...scores]
      .map(([{ id, terms }, weight]) => ({ id, score: weight / Math.sqrt(terms.length) }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, most);
  }

  #termOf(text: string): Term {
    const known = this.#terms.get(text);
    if (known) return known;
    const term: Term = { text, holders: [] };
    this.#terms.set(text, term);
    return term;
  }

  #withdraw({ text, holders }: Term, entry: Entry): void {
    holders.splice(holders.indexOf(entry), 1);
    if (holders.length === 0) this.#terms.delete(text);
  }
}
