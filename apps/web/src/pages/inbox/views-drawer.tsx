import { Alert, App, Drawer, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useAddInboxView, useInboxViews } from '../../api/inbox-views.js';
import type { Box, InboxView } from '../../api/model.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { written } from '../../format/field-rules.js';
import { useFormAct } from '../../hooks/use-form-act.js';
import { useReturnFocus } from '../../hooks/use-return-focus.js';
import { messages } from '../../messages/messages.js';
import type { BoxLook } from './use-box-look.js';
import { ViewLine } from './view-line.js';
import styles from './views-drawer.module.css';

const words = messages.inbox.view;

interface Props extends BoxLook {
  readonly box: Box;
  readonly onClose: () => void;
}

/** The own views, and those that colleagues share: to keep what one looks at, and to change what is kept. */
export function ViewsDrawer(props: Props): ReactElement {
  useReturnFocus();
  const { box, onClose } = props;
  const views = useInboxViews(box, true);
  return (
    <Drawer
      open
      size="min(520px, 100vw)"
      title={`${words.title} · ${messages.box[box]}`}
      onClose={onClose}
      closable={{ 'aria-label': messages.admin.close }}
    >
      <SaveForm {...props} />
      {views.isPending && <Loading lines={3} />}
      {views.isError && <Failure error={views.error} onRetry={() => void views.refetch()} />}
      {views.data?.length === 0 && <p className={styles['hint']}>{words.none}</p>}
      <ul className={styles['views']}>
        {views.data?.map((view) => (
          <ViewLine key={view.id} {...props} shown={view} />
        ))}
      </ul>
    </Drawer>
  );
}

/** Keeps what is looked at under a name. */
function SaveForm({ box, look, use }: Props): ReactElement {
  const { message } = App.useApp();
  const sending = useFormAct<{ name: string }, { box: Box; name: string; look: typeof look }, InboxView>({
    act: useAddInboxView(),
    toAct: ({ name }) => ({ box, name: name.trim(), look }),
    onDone: (view) => {
      void message.success(words.saved(view.name));
      sending.form.resetFields();
      use(view);
    },
  });
  return (
    <Form {...sending.props}>
      <Form.Item name="name" label={words.save} extra={words.hint} rules={written(words.nameMissing)}>
        <Input.Search maxLength={30} enterButton={messages.admin.save} onSearch={() => sending.form.submit()} />
      </Form.Item>
      {sending.refusal !== undefined && <Alert type="error" showIcon role="alert" title={sending.refusal} />}
    </Form>
  );
}
