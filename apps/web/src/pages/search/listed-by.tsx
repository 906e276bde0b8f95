import { Tag } from 'antd';
import dayjs from 'dayjs';
import type { ReactElement } from 'react';
import type { CaseFilter } from '../../api/cases.js';
import { useUnit } from '../../api/organisation.js';
import { districtInstant } from '../../format/picked-time.js';
import { dayText } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import styles from './search-page.module.css';

const words = messages.listedBy;
const day = /^\d{4}-\d\d-\d\d$/u;

/** What a link from a map or a table asks for beside the boxes of the page: a unit, and days of receipt. */
export function listedBy(search: URLSearchParams): Pick<CaseFilter, 'unit' | 'since' | 'before'> {
  const [unit, from, to] = ['unit', 'from', 'to'].map((name) => search.get(name) ?? '');
  return {
    ...(unit && { unit }),
    ...(from && day.test(from) && { since: districtInstant(dayjs(from)) }),
    ...(to && day.test(to) && { before: districtInstant(dayjs(to).add(1, 'day')) }),
  };
}

interface Props {
  readonly search: URLSearchParams;
  readonly onClear: (part: Readonly<Record<string, string>>) => void;
}

/** Shows it, so that it can be taken away. */
export function ListedBy({ search, onClear }: Props): ReactElement | null {
  const unit = search.get('unit');
  const [from, to] = [search.get('from'), search.get('to')];
  if (unit === null && from === null && to === null) return null;
  return (
    <p className={styles['listed']}>
      {unit !== null && <UnitTag id={unit} onClear={() => onClear({ unit: '' })} />}
      {(from ?? to) !== null && (
        <Tag closable={{ 'aria-label': words.clear }} onClose={() => onClear({ from: '', to: '' })}>
          {words.days(dayText(from ?? ''), dayText(to ?? ''))}
        </Tag>
      )}
    </p>
  );
}

function UnitTag({ id, onClear }: { id: string; onClear: () => void }): ReactElement {
  const unit = useUnit(id);
  return (
    <Tag closable={{ 'aria-label': words.clear }} onClose={onClear}>
      {words.unit(unit.data?.name ?? id)}
    </Tag>
  );
}
