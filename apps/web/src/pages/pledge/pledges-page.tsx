import { Button, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import type { Pledge } from '../../api/model.js';
import { useMay } from '../../api/session.js';
import { AnyUnitSelect } from '../../components/any-unit-select.js';
import { clearable } from '../../components/clearable.js';
import { PageHeader } from '../../components/page-header.js';
import { TabStrip } from '../../components/tab-strip.js';
import { districtToday } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { DraftDialog } from './draft-dialog.js';
import { PledgeList } from './pledge-list.js';
import { YearsTab } from './years-tab.js';
import styles from './pledge.module.css';

const words = messages.pledge;
const tabs = ['pledges', 'years'] as const;
const states: readonly Pledge['state'][] = ['pledged', 'discussed', 'doing', 'reviewed'];

/** What units pledge: the pledges, and what those of a year came to. */
export function PledgesPage(): ReactElement {
  const manages = useMay()('outreach.manage');
  const [drafting, setDrafting] = useState(false);
  const [search, setSearch] = useSearchParams();
  const tab = tabs.find((each) => each === search.get('tab')) ?? 'pledges';
  const unit = search.get('unit') ?? undefined;
  const state = states.find((each) => each === search.get('state'));
  const year = Number(search.get('year')) || undefined;
  const change = (part: Readonly<Record<string, string | undefined>>) => {
    const next = { tab, unit, year: year?.toString(), state, ...part };
    const kept = Object.entries(next).filter((each): each is [string, string] => Boolean(each[1]));
    setSearch(Object.fromEntries(kept), { replace: true });
  };
  const ofUnit = unit === undefined ? {} : { unit };
  return (
    <>
      <PageHeader title={words.title} hint={words.hint}>
        {manages && (
          <Button type="primary" onClick={() => setDrafting(true)}>
            {words.draft}
          </Button>
        )}
      </PageHeader>
      <TabStrip
        label={words.tabsLabel}
        tabs={tabs.map((key) => ({ key, label: words.tabs[key] }))}
        active={tab}
        panelId="pledges"
        onChange={(key) => change({ tab: key })}
      />
      <div id="pledges" role="tabpanel" aria-label={words.tabs[tab]} className={styles['panel']}>
        <Filters tab={tab} unit={unit} year={year} state={state} onChange={change} />
        {tab === 'pledges' ? (
          <PledgeList filter={{ ...ofUnit, ...(year !== undefined && { year }), ...(state && { state }) }} />
        ) : (
          <YearsTab filter={{ ...ofUnit, year: year ?? thisYear() }} />
        )}
      </div>
      {drafting && <DraftDialog onClose={() => setDrafting(false)} />}
    </>
  );
}

interface FiltersProps {
  readonly tab: (typeof tabs)[number];
  readonly unit: string | undefined;
  readonly year: number | undefined;
  readonly state: Pledge['state'] | undefined;
  readonly onChange: (part: Readonly<Record<string, string | undefined>>) => void;
}

function Filters({ tab, unit, year, state, onChange }: FiltersProps): ReactElement {
  const all = tab === 'pledges';
  const next = thisYear() + 1;
  const years = Array.from({ length: 6 }, (_, back) => next - back);
  return (
    <div className={styles['filter']}>
      <AnyUnitSelect
        className={styles['unit'] ?? ''}
        aria-label={words.unit}
        placeholder={messages.list.allUnits}
        value={unit ?? null}
        onChange={(value?: string) => onChange({ unit: value })}
      />
      <Select
        allowClear={all && clearable}
        className={styles['short'] ?? ''}
        aria-label={words.year}
        placeholder={words.allYears}
        value={year ?? (all ? null : thisYear())}
        options={years.map((value) => ({ value, label: words.yearOf(value) }))}
        onChange={(value?: number) => onChange({ year: value?.toString() })}
      />
      {all && (
        <Select
          allowClear={clearable}
          className={styles['short'] ?? ''}
          aria-label={words.state}
          placeholder={messages.state.all}
          value={state ?? null}
          options={states.map((value) => ({ value, label: words.states[value] }))}
          onChange={(value?: string) => onChange({ state: value })}
        />
      )}
    </div>
  );
}

function thisYear(): number {
  return Number(districtToday().slice(0, 4));
}
