import { lazy, Suspense, type ReactElement } from 'react';
import { Loading } from '../../../components/loading.js';
import type { DeskFiles } from '../files/use-desk-files.js';
import type { OpenTable } from './use-open-table.js';

const DecisionEditor = lazy(async () => ({ default: (await import('./decision-editor.js')).DecisionEditor }));

interface Props {
  readonly processKey: string;
  readonly desk: DeskFiles;
  readonly table: OpenTable;
}

/** The decision table that is open, in the place of the diagram. */
export function TableStage({ processKey, desk, table }: Props): ReactElement | null {
  const { place, file, turn } = table;
  if (!place || !file) return null;
  return (
    <Suspense fallback={<Loading lines={4} />}>
      <DecisionEditor
        key={`${place.file} ${place.decision.id} ${turn}`}
        processKey={processKey}
        file={file}
        place={place}
        onChange={(content) => desk.setOther(file.name, content)}
        onReplace={(content) => {
          desk.setOther(file.name, content);
          table.reopen();
        }}
        onUndoing={table.setUndoing}
        onClose={table.close}
      />
    </Suspense>
  );
}
