import Modeler from 'bpmn-js/lib/Modeler';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import { setBadges, type Badge } from '../../../components/diagram/badges.js';
import { seeing, type SeenCanvas } from '../../../components/diagram/seeing.js';
import { translate } from './bpmn-words.js';
import { createEditing, type Editing } from './editing.js';
import type { StudioElement } from './element.js';
import { lianbanDescriptor } from './lianban-descriptor.js';
import type { Undoing } from './undoing.js';

interface Canvas extends SeenCanvas {
  addMarker(id: string, marker: string): void;
  removeMarker(id: string, marker: string): void;
  scrollToElement(id: string, padding?: number): void;
  getRootElement(): StudioElement;
  viewbox(box?: object): {
    readonly inner: Box;
    readonly outer: { readonly width: number; readonly height: number };
  };
}
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
interface Registry {
  get(id: string): StudioElement | undefined;
  filter(accept: (element: StudioElement) => boolean): StudioElement[];
}
interface Selection {
  get(): StudioElement[];
  select(element: StudioElement | null): void;
}
interface EventBus {
  on(events: string | readonly string[], handle: () => void): void;
}
/** The editor of a diagram: bpmn-js behind the calls that the studio needs, with their types. */
export interface StudioModeler extends Undoing {
  readonly edit: Editing;
  open(xml: string): Promise<void>;
  xml(): Promise<string>;
  /** The diagram as a picture. */
  svg(): Promise<string>;
  element(id: string): StudioElement | undefined;
  elements(): readonly StudioElement[];
  /** The one element that is selected, or else what holds the whole diagram. */
  focus(): StudioElement;
  /** Selects an element and brings it into view; false when the diagram has none of this id. */
  select(id: string): boolean;
  /** Brings an element into view without selecting it. */
  show(id: string): void;
  onChange(handle: () => void): void;
  onFocus(handle: () => void): void;
  /** Gives the elements their marker and takes it from all others. */
  mark(marker: string, ids: ReadonlySet<string>): void;
  /** Puts numbers onto elements, in place of those before. */
  badge(badges: ReadonlyMap<string, Badge>): void;
  fit(): void;
  zoomBy(factor: number): void;
  /** To a scale, with what is selected in view. */
  zoomTo(level: number): void;
  destroy(): void;
}

/** Opens an editor in the container; the bpmn.io mark in its corner must stay visible (licence). */
export function createModeler(container: HTMLElement, ariaLabel: string): StudioModeler {
  const modeler = new Modeler({
    container,
    moddleExtensions: { lianban: lianbanDescriptor },
    additionalModules: [{ translate: ['value', translate] }],
    textRenderer: { defaultStyle: { fontFamily: "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif" } },
  });
  const canvas = modeler.get<Canvas>('canvas');
  const registry = modeler.get<Registry>('elementRegistry');
  const selection = modeler.get<Selection>('selection');
  const stack = modeler.get<Undoing>('commandStack');
  const events = modeler.get<EventBus>('eventBus');
  const seen = seeing({ container, canvas, events, showWhole: () => fitBesidePalette(canvas) });
  return {
    edit: createEditing((name) => modeler.get(name)),
    open: async (xml) => {
      await modeler.importXML(xml);
      container.querySelector('svg')?.setAttribute('aria-label', ariaLabel);
      seen.fit();
      const [start] = registry.filter(({ type }) => type === 'bpmn:StartEvent');
      if (start && canvas.zoom() < smallZoom) beginAt(canvas, start);
    },
    xml: async () => (await modeler.saveXML({ format: true })).xml ?? '',
    svg: async () => (await modeler.saveSVG()).svg,
    element: (id) => registry.get(id),
    elements: () => registry.filter(({ type }) => type !== 'label'),
    focus: () => {
      const [first, another] = selection.get();
      const chosen = another ? undefined : first;
      // The label of an element stands for it.
      return (chosen && registry.get(chosen.businessObject.id ?? '')) ?? canvas.getRootElement();
    },
    select: (id) => {
      const element = registry.get(id);
      if (!element) return false;
      selection.select(element === canvas.getRootElement() ? null : element);
      canvas.scrollToElement(id, 120);
      return true;
    },
    show: (id) => {
      if (registry.get(id)) canvas.scrollToElement(id, 120);
    },
    onChange: (handle) => events.on('commandStack.changed', handle),
    onFocus: (handle) => events.on('selection.changed', handle),
    undo: () => stack.undo(),
    redo: () => stack.redo(),
    canUndo: () => stack.canUndo(),
    canRedo: () => stack.canRedo(),
    mark: (marker, ids) => {
      for (const { id } of registry.filter(() => true))
        if (ids.has(id)) canvas.addMarker(id, marker);
        else canvas.removeMarker(id, marker);
    },
    badge: (badges) => setBadges(modeler.get('overlays'), (id) => registry.get(id) !== undefined, badges),
    fit: seen.fit,
    zoomBy: (factor) => void canvas.zoom(canvas.zoom() * factor, 'auto'),
    zoomTo: (level) => {
      seen.zoomTo(level);
      const [chosen] = selection.get();
      if (chosen) canvas.scrollToElement(chosen.id, 120);
    },
    destroy: () => {
      seen.end();
      modeler.destroy();
    },
  };
}

/** Pixels that the palette takes on the left, and what is left free around the diagram. */
const palette = 124;
const margin = 16;

/** Below it texts cannot be read; a diagram that would be shown so small is begun at its start instead. */
const smallZoom = 0.6;
const readableZoom = 0.8;

/** Shows what lies around a start, large enough to read, with the diagram's edge beside the palette where it can be. */
function beginAt(canvas: Canvas, { x = 0, y = 0 }: StudioElement): void {
  const { inner, outer } = canvas.viewbox();
  const [width, height] = [outer.width / readableZoom, outer.height / readableZoom];
  canvas.viewbox({
    x: Math.max(inner.x - palette / readableZoom, x - width / 3),
    y: Math.max(inner.y - margin / readableZoom, y - height / 2),
    width,
    height,
  });
}

/** Shows the whole diagram, with nothing of it under the palette. */
function fitBesidePalette(canvas: Canvas): void {
  canvas.resized();
  const { inner, outer } = canvas.viewbox();
  const [width, height] = [outer.width - palette - margin, outer.height - 2 * margin];
  const scale = Math.min(1, width / Math.max(inner.width, 1), height / Math.max(inner.height, 1));
  if (!(scale > 0)) return;
  canvas.viewbox({
    x: inner.x - palette / scale,
    y: inner.y - margin / scale,
    width: outer.width / scale,
    height: outer.height / scale,
  });
}
