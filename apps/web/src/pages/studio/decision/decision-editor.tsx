import { Alert, Button, Select } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import type { StudioFile } from '../../../api/studio.js';
import { useDecisionFiles } from '../../../api/workflow-drafts.js';
import { Loading } from '../../../components/loading.js';
import { longTime } from '../../../format/time.js';
import { drawingWords } from '../../../messages/workflow-words.js';
import { downloadText } from '../../../components/download.js';
import type { DecisionPlace } from '../files/decision-places.js';
import type { Undoing } from '../modeler/undoing.js';
import { useDecisionModeler } from './use-decision-modeler.js';
import { VersionDialog } from './version-dialog.js';
import styles from './decision-editor.module.css';

const words = drawingWords.decision;

interface Props {
  readonly processKey: string;
  readonly file: StudioFile;
  readonly place: DecisionPlace;
  readonly onChange: (content: string) => void;
  /** Puts a content in the place of all that is here. */
  readonly onReplace: (content: string) => void;
  /** What takes changes back as long as this is open. */
  readonly onUndoing: (undoing: Undoing | undefined) => void;
  readonly onClose: () => void;
}

/** A decision table in the place of the diagram, with its earlier versions at hand. */
export function DecisionEditor(props: Props): ReactElement {
  const { processKey, file, place, onChange, onReplace, onUndoing, onClose } = props;
  const { container, state, modeler } = useDecisionModeler(file.content, place.decision.id, onChange);
  const [comparing, setComparing] = useState<number>();
  const known = useDecisionFiles().data?.find((it) => it.key === processKey && it.file === file.name);
  const rule = place.rule?.id;
  useEffect(() => {
    onUndoing(modeler);
    return () => onUndoing(undefined);
  }, [modeler, onUndoing]);
  useEffect(() => {
    if (modeler && rule !== undefined) modeler.showRule(rule);
  }, [modeler, rule]);
  const refusal = state === 'open' || state === 'opening' ? undefined : words[state];
  return (
    <section className={styles['editor']} aria-label={words.region(place.decision.name)}>
      <div className={styles['bar']}>
        <Button onClick={onClose}>{words.back}</Button>
        <strong className={styles['name']}>{place.decision.name}</strong>
        <Select
          aria-label={words.versions}
          placeholder={words.versions}
          value={null}
          disabled={!known}
          popupMatchSelectWidth={false}
          className={styles['versions'] ?? ''}
          options={(known?.changes ?? []).map(({ version, deployedAt }) => ({
            value: version,
            label: words.version(version, longTime(deployedAt)),
          }))}
          onChange={(version: number | null) => setComparing(version ?? undefined)}
        />
        <Button onClick={() => downloadText(file.name, file.content, 'application/xml')}>{words.export}</Button>
      </div>
      {state === 'opening' && <Loading lines={3} />}
      {refusal !== undefined && <Alert type="warning" showIcon role="alert" title={refusal} />}
      <div ref={container} className={styles['table']} hidden={refusal !== undefined} />
      {comparing !== undefined && (
        <VersionDialog
          processKey={processKey}
          file={file}
          version={comparing}
          onRestore={onReplace}
          onClose={() => setComparing(undefined)}
        />
      )}
    </section>
  );
}
