/** What sort of thing happened to a case. */
export type TrailKind =
  | 'registered'
  | 'received'
  | 'claimed'
  | 'released'
  | 'completed'
  | 'lapsed'
  | 'overdue'
  | 'cancelled'
  | 'term-changed'
  | 'suspended'
  | 'resumed'
  | 'urged'
  | 'transferred'
  | 'copied'
  | 'recused'
  | 'assist-asked'
  | 'countersign-asked'
  | 'consulted'
  | 'mutual-aid-offered'
  | 'mutual-aid-recalled'
  | 'contact-read'
  | 'mediation-asked'
  | 'supervised'
  | 'bulletin'
  | 'talk'
  | 'faked'
  | 'answered'
  | 'followed-up'
  | 'contacted'
  | 'contact-tried'
  | 'contact-late'
  | 'papers-told'
  | 'paper-received'
  | 'paper-returned'
  | 'proxy-begun'
  | 'proxy-ended'
  | 'historic-marked'
  | 'historic-unmarked'
  | 'rated'
  | 'reopened'
  | 'supplemented'
  | 'exclusion-asked'
  | 'exclusion-decided'
  | 'attached'
  | 'detached'
  | 'declined'
  | 'merged'
  | 'joined'
  | 'separated'
  | 'parted'
  | 'postponed'
  | 'decision-closed'
  | 'whistle-blown'
  | 'whistle-arrived'
  | 'whistle-ended'
  | 'whistle-scored'
  | 'migrated'
  | 'held'
  | 'continued'
  | 'data-held'
  | 'data-let-go'
  | 'anonymised'
  | 'incident'
  | 'closed'
  | 'withdrawn';

/** Who did it, as they were then: names are copied, so that later changes of staff do not change the past. */
export interface TrailActor {
  readonly accountId?: string;
  readonly name?: string;
  readonly role?: string;
  /** Name of the unit in which they acted. */
  readonly unit?: string;
}

/** One line of a case's history before it has its number and its hash. */
export interface TrailDraft {
  readonly at: Date;
  readonly kind: TrailKind;
  readonly title: string;
  /** Null: the system did it, e.g. a timer. */
  readonly actor: TrailActor | null;
  readonly onBehalfOf?: string | undefined;
  readonly step?: string | undefined;
  readonly elementId?: string | undefined;
  readonly unit?: string | undefined;
  readonly opinion?: string | undefined;
  /** Facts for programs and for details on the screen. */
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly receivedAt?: Date | undefined;
  readonly finishedAt?: Date | undefined;
  readonly definition?: { readonly key: string; readonly version: number } | undefined;
}
