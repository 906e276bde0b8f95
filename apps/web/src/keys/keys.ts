/** Where a key means something. */
export type KeyPlace = 'everywhere' | 'list' | 'case';

/** One key, or several one after another, and where it means what. */
export interface Key {
  readonly id: KeyId;
  readonly place: KeyPlace;
  /** As typed; of `g i` one after the other. */
  readonly keys: string;
}

const places = {
  everywhere: {
    help: '?',
    search: '/',
    home: 'g h',
    todo: 'g i',
    claimable: 'g c',
    done: 'g d',
    cases: 'g s',
    register: 'g n',
    notices: 'g m',
    settings: 'g p',
  },
  list: { down: 'j', up: 'k', open: 'Enter', claim: 'c', select: 'x' },
  case: {
    claim: 'c',
    first: 'e',
    second: 'u',
    third: 'v',
    release: 'l',
    transfer: 't',
    assist: 'a',
    suspend: 'p',
    resume: 'p',
    extend: 'y',
    urge: 'w',
    copy: 'f',
    next: 'n',
    handle: '1',
    history: '2',
    diagram: '3',
    terms: '4',
    related: '5',
    meetings: '6',
  },
} as const;

/** What a key does. */
export type KeyId = { [Place in KeyPlace]: keyof (typeof places)[Place] }[KeyPlace];

/** Every key once: what works and what the help shows. */
export const keys: readonly Key[] = Object.entries(places).flatMap(([place, ids]) =>
  Object.entries(ids).map(([id, typed]) => ({ id: id as KeyId, place: place as KeyPlace, keys: typed })),
);

/** What a control says of its key, by which the key also finds it. */
export function keyOf(place: KeyPlace, id: KeyId): { readonly 'aria-keyshortcuts'?: string } {
  const key = keys.find((each) => each.place === place && each.id === id);
  return key ? { 'aria-keyshortcuts': key.keys } : {};
}
