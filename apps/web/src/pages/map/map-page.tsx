import { Button, DatePicker, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactElement } from 'react';
import { mapWorkbookAddress, useDistrictMap, useMapFigures } from '../../api/district-map.js';
import type { DistrictMap, UnitOnMap } from '../../api/model.js';
import { useMay } from '../../api/session.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { districtToday } from '../../format/time.js';
import { pageWords } from '../../messages/page-words.js';
import { MapPicture } from './map-picture.js';
import { MapTable } from './map-table.js';
import { OutlineDialog } from './outline-dialog.js';
import styles from './map-page.module.css';

const words = pageWords.districtMap;
const kinds = ['station', 'street', 'department', 'all'] as const;
const format = 'YYYY-MM-DD';

/** Where units are and what they have to do: as a picture, and as a table with the ways to the lists. */
export function MapPage(): ReactElement {
  const [days, setDays] = useState(lastMonth);
  const [kind, setKind] = useState<(typeof kinds)[number]>('station');
  const [putsIn, setPutsIn] = useState(false);
  const may = useMay();
  const figures = useMapFigures(days);
  const outline = useDistrictMap();
  return (
    <>
      <PageHeader title={words.title} hint={words.hint}>
        {may('system.manage') && <Button onClick={() => setPutsIn(true)}>{words.outline}</Button>}
        <Button href={mapWorkbookAddress(days)} download>
          {words.download}
        </Button>
      </PageHeader>
      <div className={styles['bar']}>
        <Segmented
          aria-label={words.kinds}
          value={kind}
          onChange={setKind}
          options={kinds.map((value) => ({ value, label: words.kind[value] }))}
        />
        <span id="map-period">{words.period}</span>
        <DatePicker.RangePicker
          aria-labelledby="map-period"
          allowClear={false}
          value={[dayjs(days.from), dayjs(days.to)]}
          onChange={(chosen) => {
            const [first, last] = chosen ?? [];
            if (first && last) setDays({ from: first.format(format), to: last.format(format) });
          }}
        />
      </div>
      {(figures.isPending || outline.isPending) && <Loading lines={9} />}
      {figures.isError && !figures.data && <Failure error={figures.error} onRetry={() => void figures.refetch()} />}
      {figures.data && !outline.isPending && (
        <Shown outline={outline.data?.map ?? null} all={figures.data.units} kind={kind} days={days} />
      )}
      {putsIn && <OutlineDialog onClose={() => setPutsIn(false)} />}
    </>
  );
}

interface ShownProps {
  readonly outline: DistrictMap['map'];
  readonly all: readonly UnitOnMap[];
  readonly kind: (typeof kinds)[number];
  readonly days: { readonly from: string; readonly to: string };
}

function Shown({ outline, all, kind, days }: ShownProps): ReactElement {
  const units = kind === 'all' ? all : all.filter((unit) => unit.kind === kind);
  return (
    <div className={styles['halves']}>
      <section className={`sheet ${styles['picture']}`} aria-label={words.title}>
        <MapPicture outline={outline} units={units} all={all} />
      </section>
      <MapTable units={units} days={days} />
    </div>
  );
}

function lastMonth(): { from: string; to: string } {
  const today = districtToday();
  return { from: dayjs(today).subtract(29, 'day').format(format), to: today };
}
