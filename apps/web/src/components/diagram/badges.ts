import styles from './heat.module.css';

/** What stands at the corner of an element: a number in its colour, and what it means on hover. */
export interface Badge {
  readonly text: string;
  readonly title: string;
  /** From 0, nothing of note, to 4, the most. */
  readonly heat: number;
}

interface Overlays {
  add(element: string, type: string, overlay: { position: object; html: HTMLElement; scale: object }): string;
  remove(filter: { type: string }): void;
}

const type = 'badge';

/** Puts badges onto the elements of a diagram that is drawn by bpmn-js, in place of those before. */
export function setBadges(overlays: Overlays, has: (id: string) => boolean, badges: ReadonlyMap<string, Badge>): void {
  overlays.remove({ type });
  for (const [id, { text, title, heat }] of badges) {
    if (!has(id)) continue;
    const html = document.createElement('div');
    html.className = styles['badge'] ?? '';
    html.dataset['heat'] = String(heat);
    html.textContent = text;
    html.title = title;
    // A number must be read where the whole diagram is shown small.
    overlays.add(id, type, { position: { top: -12, right: 14 }, html, scale: { min: 1 } });
  }
}
