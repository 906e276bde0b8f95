import type { Key, KeyPlace } from './keys.js';

const line = '#main [data-line]';
let lastLine = 0;

/** The places of which the page in sight consists. */
export function placesHere(): ReadonlySet<KeyPlace> {
  const here = new Set<KeyPlace>(['everywhere']);
  if (document.getElementById('case-panel')) here.add('case');
  else if (document.querySelector(line)) here.add('list');
  return here;
}

/** Whether somebody writes, chooses or reads something that takes keys for itself. */
export function takesKeys(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], [role="menu"], dialog[open]')) return true;
  const field = 'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="combobox"], [role="tree"]';
  return target instanceof Element && target.closest(field) !== null;
}

/** Goes to the next line of the list, or to the one before; stays at its ends. */
export function moveInList(step: 1 | -1): void {
  const lines = [...document.querySelectorAll<HTMLElement>(line)];
  const at = lines.findIndex((each) => each.contains(document.activeElement));
  const next = at < 0 ? beginning(lines) : Math.min(Math.max(at + step, 0), lines.length - 1);
  lastLine = next;
  const link = lines[next]?.querySelector<HTMLElement>('a');
  link?.focus();
  link?.scrollIntoView({ block: 'nearest' });
}

/**
 * Where one begins: the line that one stood on may have gone, and what has come in its place is next; where that is out
 * of sight, the first line that is not. Of a long list more is drawn than one sees.
 */
function beginning(lines: readonly HTMLElement[]): number {
  const bar = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
  const inSight = lines.map((each) => {
    const { top, bottom } = each.getBoundingClientRect();
    return top >= bar && bottom <= window.innerHeight;
  });
  const last = Math.min(lastLine, lines.length - 1);
  return inSight[last] ? last : Math.max(inSight.indexOf(true), 0);
}

/** Whether a line of the list has the focus. */
export function isInList(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(line) !== null;
}

/** Presses the control that names the key: of the line that has the focus, or the first on the page. */
export function press({ keys, place }: Key, shiftKey: boolean): boolean {
  const within = place === 'list' ? document.activeElement?.closest(line) : document.getElementById('main');
  const controls = within?.querySelectorAll<HTMLElement>(`[aria-keyshortcuts="${CSS.escape(keys)}"]`) ?? [];
  const control = [...controls].find((each) => !each.matches(':disabled') && each.checkVisibility());
  control?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey }));
  return control !== undefined;
}

/** Puts the cursor into the page's search box. */
export function goToSearch(): boolean {
  const box = document.querySelector<HTMLInputElement>('#main [role="search"] input');
  box?.focus();
  box?.select();
  return box !== null;
}
