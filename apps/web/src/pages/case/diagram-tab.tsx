import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useCaseDiagram } from '../../api/cases.js';
import { Diagram } from '../../components/diagram/diagram.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { messages } from '../../messages/messages.js';
import styles from './diagram-tab.module.css';

/** The diagram version that this case runs on, with its position; called processes can be chosen. */
export function DiagramTab({ caseId }: { caseId: string }): ReactElement {
  const diagram = useCaseDiagram(caseId);
  const [index, setIndex] = useState(0);
  if (diagram.isPending) return <Loading />;
  if (!diagram.data) return <Failure error={diagram.error} onRetry={() => void diagram.refetch()} />;

  const { processes } = diagram.data;
  const shown = processes[index] ?? diagram.data;
  return (
    <div className="sheet">
      {processes.length > 1 && (
        <div className={styles['choice']}>
          <Select
            value={index}
            aria-label={messages.diagram.process}
            onChange={setIndex}
            popupMatchSelectWidth={false}
            options={processes.map((process, at) => ({
              value: at,
              label: `${process.name} ${messages.casePage.version(process.version)}`,
            }))}
          />
        </div>
      )}
      <Diagram key={index} xml={shown.xml} states={shown.elements} />
    </div>
  );
}
