/** What all lives came to. */
export class LifeCount {
  readonly acts = new Map<string, number>();
  readonly refused = new Map<string, number>();
  readonly lapses = new Map<string, number>();
  readonly ends = new Map<string, number>();
  /** Acts on ended cases, all refused. */
  late = 0;
  /** How often a whole case was checked. */
  checks = 0;

  did(what: string): string {
    add(this.acts, what);
    return what;
  }

  refuse(code: string): string {
    add(this.refused, code);
    return `refused: ${code}`;
  }

  ended(state: string, lapses: readonly string[]): void {
    add(this.ends, state);
    for (const element of lapses) add(this.lapses, element);
  }
}

function add(to: Map<string, number>, what: string): void {
  to.set(what, (to.get(what) ?? 0) + 1);
}

/** By name, so that the same lives give the same text. */
export function sorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
