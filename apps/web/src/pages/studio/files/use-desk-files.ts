import { useCallback, useMemo, useState } from 'react';
import type { StudioFile } from '../../../api/studio.js';
import { drawingWords } from '../../../messages/workflow-words.js';
import { newTable } from './new-table.js';
import { splitFiles } from './studio-files.js';

/** The files of a workflow as they are drawn; the diagram itself is with its editor. */
export interface DeskFiles {
  /** The file of the diagram as it was opened or brought in. */
  readonly diagram: StudioFile;
  /** All else: decision tables, and diagrams that are deployed together. */
  readonly others: readonly StudioFile[];
  /** Counts what was changed beside the drawing. */
  readonly changes: number;
  readonly importDiagram: (content: string) => void;
  readonly setOther: (name: string, content: string) => void;
  /** Begins a decision table and gives the id of its decision. */
  readonly addTable: () => string;
}

/** Holds the files that an editor was opened with. */
export function useDeskFiles(begun: readonly StudioFile[], processKey: string): DeskFiles {
  const split = useMemo(() => splitFiles(begun, processKey), [begun, processKey]);
  const [diagram, setDiagram] = useState(split.main);
  const [others, setOthers] = useState(split.others);
  const [changes, setChanges] = useState(0);
  const count = () => setChanges((n) => n + 1);
  const importDiagram = useCallback((content: string) => {
    setDiagram(({ name }) => ({ name, content }));
    count();
  }, []);
  const setOther = useCallback((name: string, content: string) => {
    setOthers((files) => files.map((file) => (file.name === name ? { name, content } : file)));
    count();
  }, []);
  const addTable = useCallback(() => {
    const { newName: table, newInput: input, newOutput: output } = drawingWords.decision;
    const { file, id } = newTable(others, { table, input, output });
    setOthers([...others, file]);
    count();
    return id;
  }, [others]);
  return { diagram, others, changes, importDiagram, setOther, addTable };
}
