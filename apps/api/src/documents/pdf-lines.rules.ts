/** A stretch of text in one form. */
export interface TextRun<Form> {
  readonly text: string;
  readonly form: Form;
}

/** What is never parted at the end of a line: opening marks, a Latin word or number or one character, closing marks. */
const piece = /[\p{Ps}\p{Pi}]*(?:[\p{Script=Latin}\p{Nd}@.,:/%+_-]+|.)[\p{Pe}\p{Pf}\p{Po}]*/gsu;

/**
 * Breaks text into lines that fit: Chinese between any two characters, but no closing mark begins a line and no opening
 * one ends it. A word that is too long for a line is broken anywhere.
 *
 * @param indent of the first line
 */
export function linesOf<Form>(
  runs: readonly TextRun<Form>[],
  widthOf: (run: TextRun<Form>) => number,
  { width, indent = 0 }: { readonly width: number; readonly indent?: number },
): TextRun<Form>[][] {
  const lines: TextRun<Form>[][] = [[]];
  let left = width - indent;
  const put = (run: TextRun<Form>): void => {
    const needed = widthOf(run);
    if (needed > left && (lines.at(-1)?.length ?? 0) > 0) {
      lines.push([]);
      left = width;
      if (run.text.trim() === '') return;
    }
    lines.at(-1)?.push(run);
    left -= needed;
  };
  for (const { text, form } of runs)
    for (const [part] of text.matchAll(piece)) {
      const run = { text: part, form };
      if (widthOf(run) <= width) put(run);
      else for (const character of part) put({ text: character, form });
    }
  return lines;
}
