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
import { elementsByHeat } from './heat.rules.js';
import type { Badge } from './badges.js';
import { createDiagramViewer, type DiagramViewer } from './viewer.js';
import styles from './diagram.module.css';
import warm from './heat.module.css';

const words = messages.diagram;

interface Props {
  readonly xml: string;
  readonly states?: ElementStates;
  /** Numbers on elements, and the values by which they are coloured. */
  readonly heat?: DiagramHeat;
  /** Stands before the legend, as a choice of diagrams. */
  readonly children?: ReactNode;
}

interface DiagramHeat {
  readonly values: ReadonlyMap<string, number>;
  readonly badges: ReadonlyMap<string, Badge>;
}

/** A BPMN diagram to look at; with states it shows where a case stands, with heat how its elements differ. */
export function Diagram({ xml, states, heat, children }: Props): ReactElement {
  const phone = usePhone();
  const container = useRef<HTMLDivElement>(null);
  const viewer = useRef<DiagramViewer>(undefined);
  const [broken, setBroken] = useState(false);
  const [pointed, setPointed] = useState<PointedElement>();
  const [steps, setSteps] = useState<StepLine[]>([]);
  const [open, setOpen] = useState<DiagramViewer>();

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
        setOpen(drawn);
        const elements = drawn.elements();
        if (states) {
          markersOf(elements, states).forEach((marker, id) => drawn.mark(id, marker));
          const lines = stepLines(elements, states);
          setSteps(lines);
          const current = lines.find((line) => line.state.state === 'current');
          if (current && (phone || drawn.isSmall())) drawn.approach(current.id);
        }
        drawn.onPoint((element, at) => {
          const state = element && states?.[element.id];
          setPointed(state ? { name: element.businessObject.name, state, x: at.clientX, y: at.clientY } : undefined);
        });
      },
      (error: unknown) => {
        if (closed) return; // bpmn-js draws on into what was destroyed meanwhile, and fails
        console.error('diagram not drawn', error);
        setBroken(true);
      },
    );
    return () => {
      closed = true;
      setOpen(undefined);
      drawn.destroy();
    };
  }, [xml, states, phone]);

  useEffect(() => {
    if (!open || !heat) return;
    open.badge(heat.badges);
    for (const [degree, ids] of elementsByHeat(heat.values)) open.markOnly(`heat-${degree}`, ids);
  }, [open, heat]);

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
          <Button aria-label={words.fullSize} title={words.fullSize} onClick={() => viewer.current?.zoomTo(1)}>
            100%
          </Button>
          <Button
            aria-label={words.fit}
            title={words.fit}
            icon={<ExpandOutlined aria-hidden />}
            onClick={() => viewer.current?.fit()}
          />
        </Space.Compact>
      </div>
      {broken && <p role="alert">{words.broken}</p>}
      <div ref={container} className={`${styles[states ? 'stateful' : 'canvas']} ${heat ? warm['heated'] : ''}`} />
      {pointed && <ElementTip of={pointed} />}
      {steps.length > 0 && <StepList steps={steps} />}
    </figure>
  );
}
