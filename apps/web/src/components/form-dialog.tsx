import { Alert, Form, Modal, type FormItemProps } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useFormAct, type FormAct } from '../hooks/use-form-act.js';
import { usePhone } from '../hooks/use-media.js';
import { useReturnFocus } from '../hooks/use-return-focus.js';
import { isSubmit } from '../keys/is-submit.js';
import { messages } from '../messages/messages.js';
import styles from './form-dialog.module.css';
import { refusedField } from './refused-field.js';

interface Props<Values extends object, Asked, Answer> extends Omit<FormAct<Values, Asked, Answer>, 'onDone'> {
  readonly title: string;
  readonly initial?: Partial<Values>;
  /** What is told above the fields. */
  readonly intro?: ReactNode;
  /** The word for sending. */
  readonly submit?: string;
  readonly width?: number;
  readonly onClose: () => void;
  /** What is done with the answer beside closing the dialog. */
  readonly onDone?: (answer: Answer) => void;
  /** The fields; a function where one of them is to tell why all was refused. */
  readonly children: ReactNode | ((refused: Partial<FormItemProps>) => ReactNode);
}

/** A dialog that asks for something, does it, and says why it was refused; it closes when it is done. */
export function FormDialog<Values extends object, Asked, Answer>(props: Props<Values, Asked, Answer>): ReactElement {
  const { title, initial, intro, submit, width, onClose, onDone, children, ...act } = props;
  useReturnFocus();
  const sending = useFormAct<Values, Asked, Answer>({
    ...act,
    onDone: (answer) => {
      onClose();
      onDone?.(answer);
    },
  });
  const { form, refusal } = sending;
  const phone = usePhone(); // there it would call up the keyboard over the dialog
  return (
    <Modal
      open
      title={title}
      okText={submit ?? messages.act.submit}
      cancelText={messages.act.cancel}
      confirmLoading={act.act.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterOpenChange={(open) => open && !phone && focusFirst()}
      {...(width !== undefined && { width })}
    >
      {intro && <div className={styles['intro']}>{intro}</div>}
      <Form<Values>
        {...sending.props}
        {...(initial && { initialValues: initial })}
        onKeyDown={(event) => isSubmit(event) && form.submit()}
      >
        {typeof children === 'function' ? (
          children(refusal === undefined ? {} : refusedField(refusal))
        ) : (
          <>
            {children}
            {refusal !== undefined && <Alert type="error" showIcon role="alert" title={refusal} />}
          </>
        )}
      </Form>
    </Modal>
  );
}

/** Who opened it with a key goes on writing at once; whoever has gone into a field already stays there. */
function focusFirst(): void {
  const fields = '[role="dialog"] form :is(input, textarea):not(:disabled)';
  if (!document.activeElement?.matches(fields)) document.querySelector<HTMLElement>(fields)?.focus();
}
