import { Select } from 'antd';
import type { ReactElement } from 'react';
import type { InboxLook } from '../../api/model.js';
import { messages } from '../../messages/messages.js';

type Sort = NonNullable<InboxLook['sort']>;

/** In which order cards stand, which have no headings to press. */
export function SortSelect({ sort, onSort }: { sort: Sort | undefined; onSort: (sort: Sort) => void }): ReactElement {
  return (
    <Select<Sort>
      value={sort ?? 'due'}
      aria-label={messages.list.sortLabel}
      onChange={onSort}
      options={[
        { value: 'due', label: messages.list.sortDue },
        { value: 'received', label: messages.list.sortReceived },
        { value: 'code', label: messages.inbox.columns.sortCode },
      ]}
    />
  );
}
