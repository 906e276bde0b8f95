import { ExpandOutlined, MinusOutlined, PlusOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, Space } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { studioWords } from '../../messages/workflow-words.js';
import { drawingWords } from '../../messages/workflow-words.js';
import type { DraftState } from './drafts/draft-state.js';
import type { StudioElement } from './modeler/element.js';
import type { StudioModeler } from './modeler/modeler.js';
import { presets } from './modeler/presets.js';
import type { Undoing } from './modeler/undoing.js';
import styles from './studio.module.css';

/** A step of zooming. */
const nearer = 1.2;

interface Props {
  readonly modeler: StudioModeler | undefined;
  /** What takes changes back: the diagram, or the decision table that is open. */
  readonly undoing: Undoing | undefined;
  readonly element: StudioElement | undefined;
  /** Whether what was changed is kept. */
  readonly state: DraftState;
  /** Files, tables, keys: whatever else can be opened. */
  readonly children: ReactNode;
  readonly onDeploy: () => void;
}

/** Undo, usual steps, zoom, deploying. */
export function Toolbar(props: Props): ReactElement {
  const { modeler, undoing, element, state, children, onDeploy } = props;
  const { message } = App.useApp();
  const insert = (id: string) => {
    const preset = presets.find((each) => each.id === id);
    if (!modeler || !preset) return;
    if (!element || !canLeadOn(element)) return void message.info(studioWords.presetNeedsStep);
    const drawn: StudioElement[] = [];
    modeler.edit.atOnce(() => drawn.push(preset.draw(modeler.edit, element)));
    if (drawn[0]) modeler.select(drawn[0].id);
  };
  return (
    <div className={styles['bar']} role="toolbar" aria-label={studioWords.tool}>
      <Space.Compact>
        <Button
          aria-label={studioWords.undo}
          icon={<UndoOutlined aria-hidden />}
          disabled={!undoing?.canUndo()}
          onClick={() => undoing?.undo()}
        />
        <Button
          aria-label={studioWords.redo}
          icon={<RedoOutlined aria-hidden />}
          disabled={!undoing?.canRedo()}
          onClick={() => undoing?.redo()}
        />
      </Space.Compact>
      <Dropdown
        trigger={['click']}
        menu={{
          items: presets.map(({ id, label, hint }) => ({
            key: id,
            label: (
              <span>
                {label}
                <span className={styles['presetHint']}>{hint}</span>
              </span>
            ),
          })),
          onClick: ({ key }) => insert(key),
        }}
      >
        <Button title={studioWords.presetsHint}>{studioWords.presets}</Button>
      </Dropdown>
      {children}
      <span className={styles['state']} data-state={state} role="status">
        {drawingWords.state[state]}
      </span>
      <Space.Compact>
        <Button
          aria-label={studioWords.zoomOut}
          icon={<MinusOutlined aria-hidden />}
          onClick={() => modeler?.zoomBy(1 / nearer)}
        />
        <Button
          aria-label={studioWords.zoomIn}
          icon={<PlusOutlined aria-hidden />}
          onClick={() => modeler?.zoomBy(nearer)}
        />
        <Button aria-label={studioWords.fullSize} title={studioWords.fullSize} onClick={() => modeler?.zoomTo(1)}>
          100%
        </Button>
        <Button
          aria-label={studioWords.fit}
          title={studioWords.fit}
          icon={<ExpandOutlined aria-hidden />}
          onClick={() => modeler?.fit()}
        />
      </Space.Compact>
      <Button type="primary" disabled={!modeler} onClick={onDeploy}>
        {studioWords.deploy}
      </Button>
    </div>
  );
}

/** Steps, branches, starts and waits: what something can follow. */
function canLeadOn({ type }: StudioElement): boolean {
  return /Task$|Gateway$|StartEvent$|CallActivity$|SubProcess$|IntermediateCatchEvent$/u.test(type);
}
