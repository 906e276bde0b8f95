/** What of the canvas of bpmn-js is needed to look around on it. */
export interface SeenCanvas {
  zoom(level?: number, center?: 'auto'): number;
  resized(): void;
}

interface EventBus {
  on(event: 'canvas.viewbox.changing', handle: () => void): void;
}

interface Seen {
  readonly container: HTMLElement;
  readonly canvas: SeenCanvas;
  readonly events: EventBus;
  /** Shows the whole diagram. */
  readonly showWhole: () => void;
}

/** Looking around on a diagram. */
export interface Seeing {
  /** Shows all of it, and again each time its window gets another size, until somebody looks at a part. */
  readonly fit: () => void;
  readonly zoomTo: (level: number) => void;
  readonly end: () => void;
}

/** A step of zooming by key. */
const step = 1.2;

/** Keeps a diagram whole that was shown whole, and zooms by the keys + and -, and to its own size by 0. */
export function seeing({ container, canvas, events, showWhole }: Seen): Seeing {
  let isWhole = false;
  let isFitting = false;
  const fit = (): void => {
    isWhole = true;
    canvas.resized();
    // There is no scale at which a diagram fits into nothing, as a container is that has left the page or is hidden.
    if (container.clientWidth === 0 || container.clientHeight === 0) return;
    isFitting = true;
    showWhole();
    isFitting = false;
  };
  events.on('canvas.viewbox.changing', () => {
    if (!isFitting) isWhole = false;
  });
  const sizes = new ResizeObserver(() => (isWhole ? fit() : canvas.resized()));
  sizes.observe(container);
  const zoomTo = (level: number): void => void canvas.zoom(level, 'auto');
  const onKey = (event: KeyboardEvent): void => {
    const level = levelBy(event, canvas.zoom());
    if (level !== undefined) zoomTo(level);
  };
  container.addEventListener('keydown', onKey);
  const end = (): void => {
    sizes.disconnect();
    container.removeEventListener('keydown', onKey);
  };
  return { fit, zoomTo, end };
}

/** How near a key brings the diagram; undefined for other keys and where a text is being written. */
function levelBy({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent, now: number): number | undefined {
  if (ctrlKey || metaKey || altKey || isWriting(target)) return undefined;
  switch (key) {
    case '+':
    case '=':
      return now * step;
    case '-':
      return now / step;
    case '0':
      return 1;
    default:
      return undefined;
  }
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea'));
}
