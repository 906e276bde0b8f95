import { useRef, type KeyboardEvent, type ReactElement } from 'react';
import styles from './tab-strip.module.css';

interface Props<Key extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly key: Key; readonly label: string; readonly shortcut?: object }[];
  readonly active: Key;
  readonly panelId: string;
  readonly onChange: (key: Key) => void;
}

/** Tabs by the ARIA pattern: one stop for the Tab key, arrows move between them. */
export function TabStrip<Key extends string>({ label, tabs, active, panelId, onChange }: Props<Key>): ReactElement {
  const strip = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const index = (tabs.findIndex((tab) => tab.key === active) + step + tabs.length) % tabs.length;
    const target = tabs[index];
    if (!target) return;
    onChange(target.key);
    strip.current?.querySelectorAll<HTMLElement>('[role=tab]')[index]?.focus();
  };
  return (
    <div ref={strip} role="tablist" aria-label={label} className={styles['strip']} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.key}
          type="button"
          role="tab"
          aria-selected={tab.key === active}
          aria-controls={panelId}
          {...tab.shortcut}
          tabIndex={tab.key === active ? 0 : -1}
          className={styles['tab']}
          onClick={() => onChange(tab.key)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
