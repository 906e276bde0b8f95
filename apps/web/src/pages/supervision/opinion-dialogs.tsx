import type { UseMutationResult } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { FormDialog } from '../../components/form-dialog.js';
import { written } from '../../format/field-rules.js';
import { pageWords } from '../../messages/page-words.js';

const words = pageWords.supervision;

interface Words {
  readonly opinion?: string;
}

/** Asks for a few words, which may be missing where no text is given for that. */
export function OpinionDialog<Act>(props: {
  title: string;
  label: string;
  missing?: string;
  act: UseMutationResult<unknown, Error, Act>;
  toAct: (opinion: string) => Act;
  onClose: () => void;
}): ReactElement {
  const { title, label, missing, act, toAct, onClose } = props;
  const rules = missing === undefined ? [] : written(missing);
  return (
    <FormDialog<Words, Act, unknown>
      title={title}
      act={act}
      toAct={({ opinion }) => toAct((opinion ?? '').trim())}
      onClose={onClose}
      width={560}
    >
      <Form.Item name="opinion" label={label} rules={rules}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
    </FormDialog>
  );
}

/** Asks what the unit says to it. */
export function AcknowledgeDialog<Act>(props: {
  about: string;
  act: UseMutationResult<unknown, Error, Act>;
  toAct: (opinion: string) => Act;
  onClose: () => void;
}): ReactElement {
  const { about, ...rest } = props;
  return <OpinionDialog<Act> title={words.acknowledgeOf(about)} label={words.acknowledgement} {...rest} />;
}
