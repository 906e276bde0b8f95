import { Checkbox, Select } from 'antd';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { useCampaigns } from '../../api/campaigns.js';
import { figureOf } from '../../api/figure.js';
import type { CaseState } from '../../api/model.js';
import { useMay } from '../../api/session.js';
import { PageHeader } from '../../components/page-header.js';
import { SearchBox } from '../../components/search-box.js';
import { messages } from '../../messages/messages.js';
import { CaseList } from './case-list.js';
import { listedBy, ListedBy } from './listed-by.js';
import styles from './search-page.module.css';

const states: readonly CaseState[] = ['open', 'closed', 'withdrawn', 'declined', 'merged'];

/** Finds cases among all that the user may see. */
export function SearchPage(): ReactElement {
  const [search, setSearch] = useSearchParams();
  const may = useMay();
  const campaigns = useCampaigns().data?.items ?? [];
  const q = search.get('q') ?? '';
  const state = states.find((known) => known === search.get('state'));
  const campaign = search.get('campaign') ?? undefined;
  const historic = search.get('historic') === 'true';
  const change = (part: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(part))
      if (value) next.set(name, value);
      else next.delete(name);
    setSearch(next, { replace: true });
  };
  return (
    <>
      <PageHeader title={messages.search.title}>
        {may('catalogue.read') && (
          <Select
            value={campaign ?? ''}
            aria-label={messages.campaign.label}
            className={styles['campaign'] ?? ''}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(value) => change({ campaign: value })}
            options={[
              { value: '', label: messages.campaign.all },
              ...campaigns.map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
        )}
        <Checkbox
          className={styles['historic'] ?? ''}
          checked={historic}
          onChange={({ target }) => change({ historic: target.checked ? 'true' : '' })}
        >
          {messages.historic.only}
        </Checkbox>
        <Select
          value={state ?? ''}
          aria-label={messages.search.stateLabel}
          style={{ width: 120 }}
          onChange={(value) => change({ state: value })}
          options={[
            { value: '', label: messages.state.all },
            ...states.map((known) => ({ value: known, label: messages.state[known] })),
          ]}
        />
        <SearchBox value={q} onSearch={(text) => change({ q: text })} />
      </PageHeader>
      <ListedBy search={search} onClear={change} />
      <CaseList filter={{ q, state, campaign, historic, ...listedBy(search), figure: figureOf(search) }} />
    </>
  );
}
