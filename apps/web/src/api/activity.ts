/** So long after somebody did something they count as being here, in milliseconds. */
const lingering = 60_000;

let seenAt = Date.now();

for (const sign of ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const)
  window.addEventListener(sign, () => (seenAt = Date.now()), { capture: true, passive: true });

/** Whether somebody is at this window; what it asks for by itself meanwhile must not keep a session alive. */
export function isActive(): boolean {
  return Date.now() - seenAt < lingering;
}
