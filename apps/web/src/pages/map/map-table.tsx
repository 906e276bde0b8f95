import { Fragment, type ReactElement } from 'react';
import type { UnitOnMap } from '../../api/model.js';
import { placeLight } from '../../components/chart/map-option.js';
import { FigureLink } from '../../components/figure-link.js';
import type { Column } from '../../components/record-table.js';
import { PlainList } from '../../components/plain-list.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './map-page.module.css';

const words = pageWords.districtMap;

interface Props {
  readonly units: readonly UnitOnMap[];
  readonly days: { readonly from: string; readonly to: string };
}

/** What the map shows, for the keyboard and for those who do not see it; each number leads to its cases. */
export function MapTable({ units, days }: Props): ReactElement {
  if (units.length === 0) return <p className={`sheet ${styles['note']}`}>{words.none}</p>;
  return (
    <div className={styles['table']} role="region" aria-label={words.table} tabIndex={0}>
      <PlainList caption={words.table} columns={columnsOf(days)} rows={units} rowKey={({ unitId }) => unitId} />
    </div>
  );
}

function columnsOf({ from, to }: Props['days']): Column<UnitOnMap>[] {
  return [
    { key: 'unit', title: words.unit, cell: (it) => <UnitCell unit={it} /> },
    { key: 'light', title: words.light, hint: words.lightFormula, width: 150, cell: (it) => <LightCell unit={it} /> },
    {
      key: 'received',
      title: words.received,
      hint: words.receivedFormula,
      width: 80,
      cell: ({ unitId, unit, received }) => (
        <FigureLink n={received} of={words.receivedOf(unit)} to={{ unit: unitId, from, to }} />
      ),
    },
    {
      key: 'open',
      title: words.open,
      hint: words.openFormula,
      width: 104,
      cell: ({ unitId, unit, open }) => (
        <FigureLink n={open} of={words.openOf(unit)} to={{ unit: unitId, state: 'open' }} />
      ),
    },
  ];
}

function UnitCell({ unit: { unit, address, position } }: { unit: UnitOnMap }): ReactElement {
  return (
    <>
      {unit}
      <span className={styles['small']}>{position === null ? words.notPlaced : address}</span>
    </>
  );
}

const lights = ['red', 'yellow', 'green'] as const;

function LightCell({ unit }: { unit: UnitOnMap }): ReactElement {
  const light = placeLight(unit);
  return (
    <>
      <span className={styles[light]}>{words.lights[light]}</span>
      {light !== 'none' && (
        <span className={styles['small']}>
          {lights.map((each, index) => (
            <Fragment key={each}>
              {index > 0 && messages.marks.phrase}
              {words.lights[each]}{' '}
              <FigureLink
                n={unit[each]}
                of={words.lightOfUnit(unit.unit, words.lights[each])}
                to={{ figure: 'lit', light: each, by: unit.unitId }}
              />
            </Fragment>
          ))}
        </span>
      )}
    </>
  );
}
