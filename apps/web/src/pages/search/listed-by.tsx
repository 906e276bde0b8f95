import { Tag } from 'antd';
import dayjs from 'dayjs';
import type { ReactElement } from 'react';
import type { CaseFilter } from '../../api/cases.js';
import { noFigure, type Figure } from '../../api/figure.js';
import type { Light } from '../../api/model.js';
import { useUnit } from '../../api/organisation.js';
import { districtInstant } from '../../format/picked-time.js';
import { dayText } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import styles from './search-page.module.css';

const words = messages.listedBy;
const closing = { 'aria-label': words.clear };
const day = /^\d{4}-\d\d-\d\d$/u;

/** What a link from a map or a table asks for beside the boxes of the page: a unit, and days of receipt. */
export function listedBy(search: URLSearchParams): Pick<CaseFilter, 'unit' | 'since' | 'before'> {
  const [unit, from, to] = ['unit', 'from', 'to'].map((name) => search.get(name) ?? '');
  // Days beside a figure are those of its period.
  if (search.has('figure')) return { ...(unit && { unit }) };
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
  const figure = search.get('figure');
  if (unit === null && from === null && to === null && figure === null) return null;
  return (
    <p className={styles['listed']}>
      {unit !== null && <UnitTag id={unit} onClear={() => onClear({ unit: '' })} />}
      {figure !== null && <FigureTag search={search} onClear={() => onClear(noFigure)} />}
      {(from ?? to) !== null && (
        <Tag {...(figure === null && { closable: closing, onClose: () => onClear({ from: '', to: '' }) })}>
          {words.days(dayText(from ?? ''), dayText(to ?? ''))}
        </Tag>
      )}
    </p>
  );
}

/** Which figure of the statistics led here; it knows its days and all else only as a whole. */
function FigureTag({ search, onClear }: { search: URLSearchParams; onClear: () => void }): ReactElement {
  const by = search.get('by');
  const asOf = search.get('asOf');
  const unit = useUnit(by);
  const name = search.get('figure') ?? '';
  const light = search.get('light');
  const told = [
    words.figure[name as Figure] ?? name,
    by && (unit.data?.name ?? by),
    light && messages.light[light as Light],
    search.get('left') && words.left,
    asOf && words.asOf(dayText(asOf)),
  ];
  return (
    <Tag closable={closing} onClose={onClear}>
      {words.counted(told.filter(Boolean).join(messages.marks.phrase))}
      {name.startsWith('tasks.') && words.oneLine}
    </Tag>
  );
}

function UnitTag({ id, onClear }: { id: string; onClear: () => void }): ReactElement {
  const unit = useUnit(id);
  return (
    <Tag closable={closing} onClose={onClear}>
      {words.unit(unit.data?.name ?? id)}
    </Tag>
  );
}
