import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Case, CaseDiagram, ElementStates } from '../../api/model.js';
import { useCaseDiagram } from '../../api/cases.js';
import { Diagram } from '../../components/diagram/diagram.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { messages } from '../../messages/messages.js';

/** The diagram version that this case runs on, with its position; called processes can be chosen. */
export function DiagramTab({ case: it }: { case: Case }): ReactElement {
  const diagram = useCaseDiagram(it.id);
  const [index, setIndex] = useState(0);
  if (diagram.isPending) return <Loading />;
  if (!diagram.data) return <Failure error={diagram.error} onRetry={() => void diagram.refetch()} />;

  const processes = drawnProcesses(it, diagram.data);
  const shown = processes[index] ?? diagram.data;
  return (
    <div className="sheet">
      <Diagram key={index} xml={shown.xml} states={shown.elements}>
        {processes.length > 1 && (
          <Select
            value={index}
            aria-label={messages.diagram.process}
            onChange={setIndex}
            popupMatchSelectWidth={false}
            options={processes.map((process, at) => ({ value: at, label: process.label }))}
          />
        )}
      </Diagram>
    </div>
  );
}

interface DrawnProcess {
  readonly label: string;
  readonly xml: string;
  readonly elements: ElementStates;
}

/** The case's own process, then those that it called. */
function drawnProcesses({ definition }: Case, { xml, elements, processes }: CaseDiagram): DrawnProcess[] {
  const label = (name: string, version: number) => `${name} ${messages.casePage.version(version)}`;
  const own = definition ? label(definition.name, definition.version) : messages.diagram.process;
  return [
    { label: own, xml, elements },
    ...processes.map((called) => ({ ...called, label: label(called.name, called.version) })),
  ];
}
