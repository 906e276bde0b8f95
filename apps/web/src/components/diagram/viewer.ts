import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import { messages } from '../../messages/messages.js';
import { setBadges, type Badge } from './badges.js';
import { seeing } from './seeing.js';

/** What we use of a drawn element. */
export interface DrawnElement {
  readonly id: string;
  readonly type: string;
  readonly businessObject: {
    readonly name?: string;
    readonly sourceRef?: { id: string };
    readonly targetRef?: { id: string };
  };
}

interface Canvas {
  zoom(level?: number | 'fit-viewport', center?: 'auto'): number;
  addMarker(id: string, marker: string): void;
  removeMarker(id: string, marker: string): void;
  scroll(by: { dx: number; dy: number }): void;
  scrollToElement(id: string, padding?: number): void;
  viewbox(): { inner: { width: number; height: number } };
  resized(): void;
}
interface ElementRegistry {
  filter(accept: (element: DrawnElement) => boolean): DrawnElement[];
}
interface ZoomScroll {
  stepZoom(delta: number): void;
}
interface EventBus {
  on(event: 'canvas.viewbox.changing', handle: () => void): void;
  on(event: string, handle: (event: { element: DrawnElement; originalEvent: MouseEvent }) => void): void;
}

/** A drawn diagram; bpmn-js behind the few calls that the pages need, with its types. */
export interface DiagramViewer {
  open(xml: string): Promise<void>;
  elements(): DrawnElement[];
  mark(id: string, marker: string): void;
  /** Gives the elements their marker and takes it from all others. */
  markOnly(marker: string, ids: ReadonlySet<string>): void;
  /** Puts numbers onto elements, in place of those before. */
  badge(badges: ReadonlyMap<string, Badge>): void;
  fit(): void;
  /** Whether texts are too small to be read. */
  isSmall(): boolean;
  /** Makes the texts readable around one element, for windows too small for the whole. */
  approach(id: string): void;
  zoomBy(steps: number): void;
  zoomTo(level: number): void;
  onPoint(handle: (element: DrawnElement | undefined, at: MouseEvent) => void): void;
  destroy(): void;
}

const readableZoom = 0.9;
/** Below it texts cannot be read. */
const smallZoom = 0.5;

/** Draws into the container; the bpmn.io mark in its corner must stay visible (licence). */
export function createDiagramViewer(container: HTMLElement): DiagramViewer {
  const viewer = new NavigatedViewer({
    container,
    // The wheel belongs to the page; with Ctrl it zooms, see below.
    zoomScroll: { enabled: false },
    textRenderer: { defaultStyle: { fontFamily: "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif" } },
  });
  const canvas = viewer.get<Canvas>('canvas');
  const registry = viewer.get<ElementRegistry>('elementRegistry');
  const eventBus = viewer.get<EventBus>('eventBus');
  const zoomScroll = viewer.get<ZoomScroll>('zoomScroll');
  let destroyed = false;
  panByTouch(container, canvas);
  zoomByWheel(container, zoomScroll);
  const seen = seeing({
    ...{ container, canvas, events: eventBus },
    showWhole: () => canvas.zoom('fit-viewport', 'auto'),
  });
  return {
    open: async (xml) => {
      await viewer.importXML(xml);
      if (destroyed) return;
      container.querySelector('svg')?.setAttribute('aria-label', messages.diagram.label);
      const { width, height } = canvas.viewbox().inner;
      container.style.setProperty('--ratio', String(Math.max(width, 1) / Math.max(height, 1)));
      seen.fit();
    },
    elements: () => registry.filter((element) => element.type !== 'label'),
    mark: (id, marker) => canvas.addMarker(id, marker),
    markOnly: (marker, ids) => {
      for (const { id } of registry.filter(() => true))
        if (ids.has(id)) canvas.addMarker(id, marker);
        else canvas.removeMarker(id, marker);
    },
    badge: (badges) => {
      const ids = new Set(registry.filter(() => true).map(({ id }) => id));
      setBadges(viewer.get('overlays'), (id) => ids.has(id), badges);
    },
    fit: seen.fit,
    isSmall: () => canvas.zoom() < smallZoom,
    approach: (id) => {
      canvas.zoom(readableZoom);
      canvas.scrollToElement(id, 140);
    },
    zoomBy: (steps) => zoomScroll.stepZoom(steps),
    zoomTo: seen.zoomTo,
    onPoint: (handle) => {
      eventBus.on('element.hover', ({ element, originalEvent }) => handle(element, originalEvent));
      eventBus.on('element.click', ({ element, originalEvent }) => handle(element, originalEvent));
      eventBus.on('element.out', ({ originalEvent }) => handle(undefined, originalEvent));
    },
    destroy: () => {
      destroyed = true;
      seen.end();
      viewer.destroy();
    },
  };
}

function zoomByWheel(container: HTMLElement, zoomScroll: ZoomScroll): void {
  const zoom = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoomScroll.stepZoom(event.deltaY < 0 ? 1 : -1);
  };
  container.addEventListener('wheel', zoom, { passive: false });
}

/** Dragging with one finger, which bpmn-js leaves out. */
function panByTouch(container: HTMLElement, canvas: Canvas): void {
  let last: { x: number; y: number } | undefined;
  container.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'touch' && event.isPrimary) last = { x: event.clientX, y: event.clientY };
  });
  container.addEventListener('pointermove', (event) => {
    if (!last || event.pointerType !== 'touch' || !event.isPrimary) return;
    canvas.scroll({ dx: event.clientX - last.x, dy: event.clientY - last.y });
    last = { x: event.clientX, y: event.clientY };
  });
  for (const end of ['pointerup', 'pointercancel'] as const) container.addEventListener(end, () => (last = undefined));
}
