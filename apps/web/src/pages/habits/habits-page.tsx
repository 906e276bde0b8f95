import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactElement } from 'react';
import { useMe } from '../../api/session.js';
import { useUnitRecords, useUnitsBelow } from '../../api/unit-records.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { districtToday } from '../../format/time.js';
import { pageWords } from '../../messages/page-words.js';
import { DayTable } from './day-table.js';
import styles from './habits-page.module.css';
import { MonthRecords } from './month-records.js';

const words = pageWords.habits;
const form = 'YYYY-MM';

/** What a unit writes down by habit, filled from its cases: the days, the monthly meeting, the situation report. */
export function HabitsPage(): ReactElement {
  const me = useMe();
  const own = me.units.map(({ id }) => id);
  const [unit, setUnit] = useState(own[0] ?? '');
  const [month, setMonth] = useState(() => districtToday().slice(0, form.length));
  const units = useUnitsBelow(own);
  const records = useUnitRecords(unit, month);
  return (
    <>
      <PageHeader title={words.title} hint={words.hint}>
        {(units.data?.length ?? 0) > 1 && (
          <Select
            aria-label={words.unit}
            className={styles['unit'] ?? ''}
            value={unit}
            onChange={setUnit}
            showSearch={{ optionFilterProp: 'label' }}
            options={(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <DatePicker
          picker="month"
          allowClear={false}
          aria-label={words.month}
          value={dayjs(`${month}-01`)}
          maxDate={dayjs(districtToday())}
          onChange={(chosen: dayjs.Dayjs | null) => setMonth((chosen ?? dayjs(districtToday())).format(form))}
        />
      </PageHeader>
      {unit === '' && <p>{words.noUnit}</p>}
      {unit !== '' && records.isPending && <Loading />}
      {records.isError && !records.data && <Failure error={records.error} onRetry={() => void records.refetch()} />}
      {records.data && (
        <>
          <p role="status" className={styles['sum']}>
            {words.sum(records.data.total, records.data.missing)}
          </p>
          <DayTable records={records.data} />
          <MonthRecords records={records.data} />
        </>
      )}
    </>
  );
}
