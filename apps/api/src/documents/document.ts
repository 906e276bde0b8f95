/** A paragraph of a document, for whichever writer. */
export interface DocumentParagraph {
  /** `line` is a fact with its label, `body` is prose. */
  readonly style: 'title' | 'heading' | 'line' | 'body';
  /** In bold before the text, with a colon. */
  readonly label?: string;
  readonly text: string;
}

/** A document without its form. */
export interface DocumentContent {
  readonly title: string;
  readonly paragraphs: readonly DocumentParagraph[];
}
