import { Form, Input, Radio } from 'antd';
import type { ReactElement } from 'react';
import type { VolunteerReport, VolunteerTask } from '../../api/model.js';
import { useReportMatter } from '../../api/mutual-aid.js';
import { FormDialog } from '../../components/form-dialog.js';
import { given, written } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';

const words = messages.mutualAid;

/** Asks what became of a matter. */
export function ReportDialog({ task, onClose }: { task: VolunteerTask; onClose: () => void }): ReactElement {
  return (
    <FormDialog
      title={words.report}
      act={useReportMatter(task.id)}
      toAct={({ outcome, opinion }: VolunteerReport) => ({ outcome, opinion: opinion.trim() })}
      done={words.reported}
      onClose={onClose}
    >
      <Form.Item name="outcome" label={words.outcome} rules={given(words.outcomeMissing)}>
        <Radio.Group options={task.outcomes.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item name="opinion" label={words.opinion} rules={written(messages.missing.any)}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
    </FormDialog>
  );
}
