import { Alert, Button, Drawer, Form } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useFormAct, type FormAct } from '../hooks/use-form-act.js';
import { useReturnFocus } from '../hooks/use-return-focus.js';
import { messages } from '../messages/messages.js';

interface Props<Values extends object, Asked, Answer> extends Omit<FormAct<Values, Asked, Answer>, 'onDone'> {
  readonly title: string;
  /** In pixels; a phone gives all it has. */
  readonly width: number;
  readonly initial?: Partial<Values>;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** What stands below the form. */
  readonly below?: ReactNode;
}

/** A drawer in which something is changed and saved; it closes when that is done. */
export function FormDrawer<Values extends object, Asked, Answer>(props: Props<Values, Asked, Answer>): ReactElement {
  const { title, width, initial, onClose, children, below, ...act } = props;
  useReturnFocus();
  const sending = useFormAct<Values, Asked, Answer>({ ...act, onDone: onClose });
  return (
    <Drawer
      open
      size={`min(${width}px, 100vw)`}
      title={title}
      onClose={onClose}
      closable={{ 'aria-label': messages.admin.close }}
      extra={
        <Button type="primary" loading={act.act.isPending} onClick={() => sending.form.submit()}>
          {messages.admin.save}
        </Button>
      }
    >
      <Form<Values> {...sending.props} {...(initial && { initialValues: initial })}>
        {sending.refusal !== undefined && <Alert type="error" showIcon role="alert" title={sending.refusal} />}
        {children}
      </Form>
      {below}
    </Drawer>
  );
}
