import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, Space } from 'antd';
import { useState, type ReactElement } from 'react';
import { messages } from '../messages/messages.js';
import styles from './search-box.module.css';

/** Finds by number or title, on Enter or by the button; an emptied box shows everything again. */
export function SearchBox({ value, onSearch }: { value: string; onSearch: (q: string) => void }): ReactElement {
  const [text, setText] = useState(value);
  return (
    <form
      role="search"
      className={styles['search']}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(text.trim());
      }}
    >
      <Space.Compact block>
        <Input
          value={text}
          allowClear
          aria-label={messages.list.searchLabel}
          placeholder={messages.list.searchPlaceholder}
          prefix={<SearchOutlined aria-hidden />}
          onChange={(event) => {
            setText(event.target.value);
            if (event.target.value === '' && value !== '') onSearch('');
          }}
        />
        <Button htmlType="submit">{messages.act.search}</Button>
      </Space.Compact>
    </form>
  );
}
