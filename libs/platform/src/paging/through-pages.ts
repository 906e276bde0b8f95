/** How rows are found, and what is done with each. */
interface Work<Row> {
  /** The next rows after one, or the first; none: that was all. */
  readonly find: (after: Row | undefined) => Promise<readonly Row[]>;
  /** Gives how much was done. */
  readonly act: (row: Row) => Promise<number>;
  /** Told of a row with which nothing could be done. */
  readonly failed: (error: unknown, row: Row) => void | Promise<void>;
}

/**
 * Does something with every row, page by page, and gives how much was done. A row that fails does not keep the others
 * from it; it is not tried again here.
 */
export async function throughPages<Row>({ find, act, failed }: Work<Row>): Promise<number> {
  let done = 0;
  for (let after: Row | undefined; ;) {
    const page = await find(after);
    if (page.length === 0) return done;
    for (const row of page)
      try {
        done += await act(row);
      } catch (error) {
        await failed(error, row);
      }
    after = page.at(-1);
  }
}
