import type { StudioFile } from '../../../api/studio.js';

/** What is asked and answered in a table that is begun. */
interface Names {
  readonly table: string;
  readonly input: string;
  readonly output: string;
}

/** A decision table with one column each and no row, under an id that none of the files has. */
export function newTable(
  files: readonly StudioFile[],
  names: Names,
): { readonly file: StudioFile; readonly id: string } {
  const isTaken = (id: string) =>
    files.some(({ name, content }) => name === `${id}.dmn` || content.includes(`"${id}"`));
  let count = 1;
  while (isTaken(`table-${count}`)) count += 1;
  const id = `table-${count}`;
  const content = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="${id}-definitions" name="${escaped(names.table)}" namespace="http://lianban.org/workflows">
  <decision id="${id}" name="${escaped(names.table)}">
    <variable id="${id}-variable" name="${id}" />
    <decisionTable id="${id}-rows" hitPolicy="FIRST">
      <input id="${id}-input" label="${escaped(names.input)}">
        <inputExpression id="${id}-expression" typeRef="string"><text>category</text></inputExpression>
      </input>
      <output id="${id}-output" label="${escaped(names.output)}" name="result" typeRef="string" />
    </decisionTable>
  </decision>
</definitions>
`;
  return { file: { name: `${id}.dmn`, content }, id };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
