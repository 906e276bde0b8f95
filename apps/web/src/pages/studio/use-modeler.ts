import { useEffect, useRef, useState, type RefObject } from 'react';
import { studioWords } from '../../messages/workflow-words.js';
import type { StudioElement } from './modeler/element.js';
import { createModeler, type StudioModeler } from './modeler/modeler.js';

/** An open editor as the page sees it. */
export interface OpenModeler {
  readonly container: RefObject<HTMLDivElement | null>;
  /** Absent until the diagram is drawn. */
  readonly modeler: StudioModeler | undefined;
  /** The selected element, or the whole. */
  readonly element: StudioElement | undefined;
  /** Counts what was changed, undone and redone. */
  readonly changes: number;
  readonly broken: boolean;
}

/** Opens an editor for a diagram and tells what happens in it. */
export function useModeler(xml: string): OpenModeler {
  const container = useRef<HTMLDivElement>(null);
  const [modeler, setModeler] = useState<StudioModeler>();
  const [element, setElement] = useState<StudioElement>();
  const [changes, setChanges] = useState(0);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    if (!container.current) return;
    let closed = false;
    const opened = createModeler(container.current, studioWords.canvas);
    opened.open(xml).then(
      () => {
        if (closed) return;
        opened.onChange(() => {
          setChanges((count) => count + 1);
          setElement(opened.focus());
        });
        opened.onFocus(() => setElement(opened.focus()));
        setElement(opened.focus());
        setModeler(opened);
      },
      (error: unknown) => {
        if (closed) return; // bpmn-js draws on into what was destroyed meanwhile, and fails
        console.error('diagram not opened', error);
        setBroken(true);
      },
    );
    return () => {
      closed = true;
      setModeler(undefined);
      opened.destroy();
    };
  }, [xml]);
  return { container, modeler, element, changes, broken };
}
