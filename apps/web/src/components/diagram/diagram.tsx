import { ExpandOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { ElementStates } from '../../api/model.js';
import { usePhone } from '../../hooks/use-media.js';
import { messages } from '../../messages/messages.js';
import { ElementTip, type PointedElement } from './element-tip.js';
import { markersOf, stepLines, type StepLine } from './element-states.js';
import { Legend } from './legend.js';
import { StepList } from './step-list.js';
import { createDiagramViewer, type DiagramViewer } from './viewer.js';
import styles from './diagram.module.css';

const words = messages.diagram;

interface Props {
  readonly xml: string;
  readonly states?: ElementStates;
  /** Stands before the legend, as a choice of diagrams. */
  readonly children?: ReactNode;
}

/** A BPMN diagram to look at; with states it shows where a case stands. */
export function Diagram({ xml, states, children }: Props): ReactElement {
  const phone = usePhone();
  const container = useRef<HTMLDivElement>(null);
  const viewer = useRef<DiagramViewer>(undefined);
  const [broken, setBroken] = useState(false);
  const [pointed, setPointed] = useState<PointedElement>();
  const [steps, setSteps] = useState<StepLine[]>([]);

  useEffect(() => {
    if (!container.current) return;
    let closed = false;
    const drawn = createDiagramViewer(container.current);
    viewer.current = drawn;
    setBroken(false);
    setPointed(undefined);
    drawn.open(xml).then(
      () => {
        if (closed) return;
        const elements = drawn.elements();
        if (states) {
          markersOf(elements, states).forEach((marker, id) => drawn.mark(id, marker));
          const lines = stepLines(elements, states);
          setSteps(lines);
          const current = lines.find((line) => line.state.state === 'current');
          if (phone && current) drawn.approach(current.id);
        }
        drawn.onPoint((element, at) => {
          const state = element && states?.[element.id];
          setPointed(state ? { name: element.businessObject.name, state, x: at.clientX, y: at.clientY } : undefined);
        });
      },
      (error: unknown) => {
        console.error('diagram not drawn', error);
        if (!closed) setBroken(true);
      },
    );
    return () => {
      closed = true;
      drawn.destroy();
    };
  }, [xml, states, phone]);

  return (
    <figure className={styles['figure']} aria-label={words.label}>
      <div className={styles['bar']}>
        {children}
        {states && <Legend />}
        {states && <span className={styles['hint']}>{words.hint}</span>}
        <Space.Compact className={styles['zoom'] ?? ''}>
          <Button
            aria-label={words.zoomOut}
            icon={<MinusOutlined aria-hidden />}
            onClick={() => viewer.current?.zoomBy(-1)}
          />
          <Button
            aria-label={words.zoomIn}
            icon={<PlusOutlined aria-hidden />}
            onClick={() => viewer.current?.zoomBy(1)}
          />
          <Button aria-label={words.fit} icon={<ExpandOutlined aria-hidden />} onClick={() => viewer.current?.fit()} />
        </Space.Compact>
      </div>
      {broken && <p role="alert">{words.broken}</p>}
      <div ref={container} className={states ? styles['stateful'] : styles['canvas']} />
      {pointed && <ElementTip of={pointed} />}
      {steps.length > 0 && <StepList steps={steps} />}
    </figure>
  );
}
