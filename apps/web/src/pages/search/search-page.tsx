import { Select } from 'antd';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import type { CaseState } from '../../api/model.js';
import { PageHeader } from '../../components/page-header.js';
import { SearchBox } from '../../components/search-box.js';
import { messages } from '../../messages/messages.js';
import { CaseList } from './case-list.js';

const states: readonly CaseState[] = ['open', 'closed', 'withdrawn', 'declined', 'merged'];

/** Finds cases among all that the user may see. */
export function SearchPage(): ReactElement {
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const state = states.find((known) => known === search.get('state'));
  const change = (part: { q?: string; state?: string }) => {
    const next = { q, state: state ?? '', ...part };
    setSearch({ ...(next.q && { q: next.q }), ...(next.state && { state: next.state }) }, { replace: true });
  };
  return (
    <>
      <PageHeader title={messages.search.title}>
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
      <CaseList filter={{ q, state }} />
    </>
  );
}
