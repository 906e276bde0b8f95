import { useEffect, useRef, useState, type RefObject } from 'react';
import { loadCore } from '../core.js';
import { createDecisionModeler, type DecisionModeler } from './decision-modeler.js';

/** How a decision stands in its editor. */
type State = 'opening' | 'open' | 'broken' | 'lossy' | 'unsupported';

/** An open editor of a decision as the page sees it. */
export interface OpenDecision {
  readonly container: RefObject<HTMLDivElement | null>;
  readonly state: State;
  /** Present while it can be edited. */
  readonly modeler: DecisionModeler | undefined;
}

/** Opens an editor for a decision of a file; what is changed is handed over as the file's new content. */
export function useDecisionModeler(xml: string, decision: string, onChange: (content: string) => void): OpenDecision {
  const container = useRef<HTMLDivElement>(null);
  const [begun] = useState(xml); // what is changed comes from here, and is not to be opened again
  const [state, setState] = useState<State>('opening');
  const [modeler, setModeler] = useState<DecisionModeler>();
  const tell = useRef(onChange);
  useEffect(() => {
    tell.current = onChange;
  });
  useEffect(() => {
    if (!container.current) return;
    let closed = false;
    let last = 0;
    const opened = createDecisionModeler(container.current);
    const open = async (): Promise<State> => {
      // The library reads version 1.3 only; what later versions have on top it cannot keep.
      const { asDmn13 } = await loadCore();
      if (!(await opened.read(asDmn13(begun)))) return 'lossy';
      return (await opened.show(decision)) ? 'open' : 'unsupported';
    };
    open().then(
      (found) => {
        if (closed) return;
        setState(found);
        if (found === 'open') setModeler(opened);
      },
      (error: unknown) => {
        console.error('decision not opened', error);
        if (!closed) setState('broken');
      },
    );
    opened.onChange(() => {
      last += 1;
      const turn = last;
      opened.xml().then(
        (content) => {
          if (turn === last) tell.current(content);
        },
        (error: unknown) => console.error('decision not written', error),
      );
    });
    return () => {
      closed = true;
      setModeler(undefined);
      opened.destroy();
    };
  }, [begun, decision]);
  return { container, state, modeler };
}
