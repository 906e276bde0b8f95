/** A resident's letter as one row of a CSV file. Times are ISO 8601 UTC. */
export interface Letter {
  /** Line of the file on which the row begins. */
  readonly line: number;
  readonly id: string;
  readonly resident?: string;
  readonly title: string;
  readonly filedAt: string;
  readonly text: string;
  /** Values of all further columns (category, address …) by column name, without the empty ones. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A letter with the answer that the resident got. */
export interface AnsweredLetter extends Letter {
  readonly reply: string;
  readonly repliedAt: string;
}
