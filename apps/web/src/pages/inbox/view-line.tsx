import { App, Button, Input, Popconfirm, Tag } from 'antd';
import { useState, type ReactElement } from 'react';
import { useAddInboxView, useChangeInboxView, useRemoveInboxView, useShareInboxView } from '../../api/inbox-views.js';
import type { Box, InboxView } from '../../api/model.js';
import { useMay, useMe } from '../../api/session.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import type { BoxLook } from './use-box-look.js';
import styles from './views-drawer.module.css';

const words = messages.inbox.view;

interface Props extends BoxLook {
  readonly box: Box;
  readonly shown: InboxView;
}

/** One view, with what can be done to it: to an own one all, to one of a colleague nothing but to use and copy it. */
export function ViewLine(props: Props): ReactElement {
  const { shown, first, use, setFirst } = props;
  const isFirst = first === shown.id;
  return (
    <li className={styles['view']}>
      <div className={styles['name']}>
        <b>{shown.name}</b>
        {shown.unit && <Tag>{shown.own ? words.sharedWith(shown.unit.name) : words.by(shown.owner)}</Tag>}
        {isFirst && <Tag color="blue">{words.isFirst}</Tag>}
      </div>
      <div className={styles['acts']}>
        <Button size="small" type="primary" onClick={() => use(shown)}>
          {words.use}
        </Button>
        <Button size="small" onClick={() => setFirst(isFirst ? undefined : shown.id)}>
          {isFirst ? words.notFirst : words.first}
        </Button>
        {shown.own ? <OwnActs {...props} /> : <CopyButton {...props} />}
      </div>
    </li>
  );
}

function OwnActs({ shown, look }: Props): ReactElement {
  const onError = useTold();
  const change = useChangeInboxView();
  const remove = useRemoveInboxView();
  const { id, name } = shown;
  return (
    <>
      <Button size="small" loading={change.isPending} onClick={() => change.mutate({ id, look }, { onError })}>
        {words.update}
      </Button>
      <Rename id={id} name={name} />
      <ShareButtons shown={shown} />
      <Popconfirm
        title={words.removeSure(name)}
        okText={words.remove}
        cancelText={messages.act.cancel}
        onConfirm={() => remove.mutate(id, { onError })}
      >
        <Button size="small" danger>
          {words.remove}
        </Button>
      </Popconfirm>
    </>
  );
}

function Rename({ id, name }: { id: string; name: string }): ReactElement {
  const onError = useTold();
  const change = useChangeInboxView();
  const [text, setText] = useState(name);
  return (
    <Popconfirm
      title={
        <Input
          value={text}
          maxLength={30}
          aria-label={words.renameTo}
          onChange={({ target }) => setText(target.value)}
        />
      }
      icon={null}
      okText={words.rename}
      cancelText={messages.act.cancel}
      okButtonProps={{ disabled: text.trim() === '' }}
      onConfirm={() => change.mutate({ id, name: text.trim() }, { onError })}
    >
      <Button size="small">{words.rename}</Button>
    </Popconfirm>
  );
}

/** Who assigns tasks shares with the units where they work. */
function ShareButtons({ shown: { id, unit } }: { shown: InboxView }): ReactElement | null {
  const onError = useTold();
  const may = useMay();
  const { units } = useMe();
  const share = useShareInboxView();
  const button = (to: string | undefined, text: string) => (
    <Button key={to} size="small" loading={share.isPending} onClick={() => share.mutate({ id, unit: to }, { onError })}>
      {text}
    </Button>
  );
  if (unit) return button(undefined, words.unshare);
  return may('task.assign') ? <>{units.map((each) => button(each.id, words.share(each.name)))}</> : null;
}

function CopyButton({ box, shown }: Props): ReactElement {
  const onError = useTold();
  const add = useAddInboxView();
  return (
    <Button
      size="small"
      loading={add.isPending}
      onClick={() => add.mutate({ box, name: words.copyName(shown.name).slice(0, 30), look: shown.look }, { onError })}
    >
      {words.copy}
    </Button>
  );
}

function useTold(): (error: Error) => void {
  const { message } = App.useApp();
  return (error) => void message.warning(problemText(error));
}
