import { TableOutlined } from '@ant-design/icons';
import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useInboxViews } from '../../api/inbox-views.js';
import type { Box } from '../../api/model.js';
import { messages } from '../../messages/messages.js';
import styles from './list-tools.module.css';
import type { BoxLook } from './use-box-look.js';

const words = messages.inbox.view;
const [usual, manage] = ['usual', 'manage'];

/** The views that one has; they are asked for when the list opens. */
export function ViewMenu(props: BoxLook & { readonly box: Box; readonly onManage: () => void }): ReactElement {
  const { box, view, changed, use, onManage } = props;
  const [opened, setOpened] = useState(false);
  const views = useInboxViews(box, opened || view !== undefined).data ?? [];
  return (
    <Select
      className={styles['views'] ?? ''}
      aria-label={words.label}
      prefix={<TableOutlined aria-hidden />}
      popupMatchSelectWidth={false}
      value={view?.id ?? usual}
      labelRender={({ label }) => (view && changed ? words.changed(view.name) : label)}
      onOpenChange={(now) => now && setOpened(true)}
      onSelect={(key) => (key === manage ? onManage() : use(views.find(({ id }) => id === key)))}
      options={[
        { value: usual, label: words.usual },
        ...views.map(({ id, name, own, owner }) => ({
          value: id,
          label: own ? name : messages.marks.aside(name, words.by(owner)),
        })),
        { value: manage, label: words.manage },
      ]}
    />
  );
}
