/** A file that the units of a meeting read before they decide on a topic. */
export interface Material {
  readonly id: string;
  readonly topicId: string;
  /** Whether it is one of the case's own files, or was brought for the topic. */
  readonly source: 'case' | 'topic';
  readonly name: string;
  /** Media type by its content. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly addedBy: string;
  readonly addedAt: string;
  /** Whether the asker may take it away. */
  readonly canRemove: boolean;
}
