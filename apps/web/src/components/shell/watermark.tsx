import { Watermark as Mark } from 'antd';
import type { ReactElement } from 'react';
import { useWatermark } from '../../api/privacy.js';
import { useMe } from '../../api/session.js';
import { longTime } from '../../format/time.js';
import styles from './watermark.module.css';

/** Light enough to read through, in both themes. */
const font = { color: 'rgba(120, 130, 140, 0.13)', fontSize: 14 };
const gap: [number, number] = [140, 120];

/** Who looks, where they work and since when, over the page and at the foot of a printed one; it takes no click. */
export function Watermark(): ReactElement | null {
  const me = useMe();
  const shown = useWatermark().data?.pages ?? false;
  if (!shown) return null;
  const who = [`${me.name} ${me.username}`, me.units[0]?.name ?? '', longTime(new Date().toISOString())];
  return (
    <>
      <Mark
        className={styles['mark'] ?? ''}
        content={who.filter(Boolean)}
        font={font}
        gap={gap}
        rotate={-18}
        zIndex={5}
      />
      <p className={styles['printed']} aria-hidden>
        {who.filter(Boolean).join(' ')}
      </p>
    </>
  );
}
