import { useEffect, useRef, useState } from 'react';
import { keepDraft } from './browser-draft.js';
import type { Keeping } from './draft-state.js';
import type { StudioModeler } from './modeler/modeler.js';

/** How long after the last change it is kept, in milliseconds. */
const rest = 800;

/** Keeps what is changed in this browser; gives the last change that is kept, and the last that could not be. */
export function useAutosave(
  about: { readonly processKey: string; readonly basedOn: number },
  modeler: StudioModeler | undefined,
  changes: number,
): Keeping {
  const { processKey, basedOn } = about;
  const [keeping, setKeeping] = useState<Keeping>({ kept: 0, refused: 0 });
  const done = useRef(0);
  useEffect(() => {
    if (!modeler || changes === done.current) return;
    let stale = false;
    const refuse = () => setKeeping(({ kept }) => ({ kept, refused: changes }));
    const timer = setTimeout(() => {
      const keep = async () => {
        const content = await modeler.xml();
        if (stale) return;
        if (!keepDraft(processKey, { basedOn, content, at: new Date().toISOString() })) return refuse();
        done.current = changes;
        setKeeping({ kept: changes, refused: 0 });
      };
      keep().catch((error: unknown) => {
        console.error('draft not kept', error); // the page tells that, the console tells why
        if (!stale) refuse();
      });
    }, rest);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [modeler, processKey, basedOn, changes]);
  return keeping;
}
