import { useEffect, useRef, useState } from 'react';
import { keepDraft } from './browser-draft.js';
import type { StudioModeler } from './modeler/modeler.js';

/** How long after the last change it is kept, in milliseconds. */
const rest = 800;

/** Keeps what is changed in this browser; gives the number of the last change that is kept. */
export function useAutosave(
  about: { readonly processKey: string; readonly basedOn: number },
  modeler: StudioModeler | undefined,
  changes: number,
): number {
  const { processKey, basedOn } = about;
  const [kept, setKept] = useState(0);
  const done = useRef(0);
  useEffect(() => {
    if (!modeler || changes === done.current) return;
    let stale = false;
    const timer = setTimeout(() => {
      const keep = async () => {
        const content = await modeler.xml();
        if (stale || !keepDraft(processKey, { basedOn, content, at: new Date().toISOString() })) return;
        done.current = changes;
        setKept(changes);
      };
      keep().catch((error: unknown) => console.error('draft not kept', error));
    }, rest);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [modeler, processKey, basedOn, changes]);
  return kept;
}
