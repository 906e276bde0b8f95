import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Radio, Select } from 'antd';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import type { Workflow } from '../../../api/model.js';
import { lookUpAnew } from '../../../api/query-client.js';
import { FileField } from '../../../components/file-field.js';
import { FormDialog } from '../../../components/form-dialog.js';
import { drawingWords } from '../../../messages/workflow-words.js';
import { beginWorkflow, type NewWorkflow } from './begin-workflow.js';

const words = drawingWords.create;

/** A key as XML and addresses take it. */
const keyPattern = /^[A-Za-z][\w.-]{0,99}$/u;

interface Props {
  readonly workflows: readonly Workflow[];
  /** Keys of own drafts. */
  readonly drafts: readonly string[];
  readonly onClose: () => void;
}

/** Begins a workflow from nothing, from another one or from a file, and opens it in the editor. */
export function NewWorkflowDialog({ workflows, drafts, onClose }: Props): ReactElement {
  const navigate = useNavigate();
  const taken = new Set([...workflows.map(({ key }) => key), ...drafts]);
  const act = useMutation({
    mutationFn: (values: NewWorkflow) => beginWorkflow(values, workflows),
    onSuccess: () => lookUpAnew('workflow-drafts'),
  });
  const source = { value: 'copy', label: words.copy, disabled: workflows.length === 0 };
  return (
    <FormDialog<NewWorkflow, NewWorkflow, string>
      title={words.title}
      submit={words.submit}
      initial={{ from: 'empty' }}
      act={act}
      toAct={(values) => values}
      onClose={onClose}
      onDone={(key) => void navigate(`/workflows/${encodeURIComponent(key)}/edit`)}
    >
      <Form.Item
        name="name"
        label={words.name}
        rules={[{ required: true, whitespace: true, message: words.nameMissing }]}
      >
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item
        name="key"
        label={words.key}
        extra={words.keyHint}
        rules={[
          { required: true, message: words.keyMissing },
          { pattern: keyPattern, message: words.keyWrong },
          {
            validator: async (_rule, key: string) =>
              taken.has(key) ? await Promise.reject(new Error(words.keyTaken)) : undefined,
          },
        ]}
      >
        <Input maxLength={100} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="from" label={words.from}>
        <Radio.Group
          vertical
          options={[{ value: 'empty', label: words.empty }, source, { value: 'file', label: words.file }]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['from']}>
        {({ getFieldValue }) => <Origin from={getFieldValue('from') as NewWorkflow['from']} workflows={workflows} />}
      </Form.Item>
    </FormDialog>
  );
}

/** What is copied or brought in. */
function Origin({ from, workflows }: { readonly from: NewWorkflow['from']; readonly workflows: readonly Workflow[] }) {
  if (from === 'copy')
    return (
      <Form.Item name="source" label={words.source} rules={[{ required: true, message: words.sourceMissing }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={workflows.map(({ key, name }) => ({ value: key, label: name }))}
        />
      </Form.Item>
    );
  if (from === 'file')
    return (
      <Form.Item name="file" label={drawingWords.file.choose} rules={[{ required: true, message: words.fileMissing }]}>
        <DiagramFile />
      </Form.Item>
    );
  return null;
}

/** Chooses one diagram of the device. */
function DiagramFile({ value, onChange }: { readonly value?: File; readonly onChange?: (file: File) => void }) {
  return (
    <FileField
      label={drawingWords.file.choose}
      accept=".bpmn,.xml"
      onFiles={([file]) => file && onChange?.(file)}
      button={(choose) => <Button onClick={choose}>{value?.name ?? drawingWords.file.choose}</Button>}
    />
  );
}
