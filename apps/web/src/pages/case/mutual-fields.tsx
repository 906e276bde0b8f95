import { Alert, Form, InputNumber, Select, Space } from 'antd';
import type { ReactElement } from 'react';
import { useMutualAidOptions } from '../../api/mutual-aid.js';
import { clearable } from '../../components/clearable.js';
import { Failure } from '../../components/failure.js';
import { messages } from '../../messages/messages.js';
import styles from './case-act-dialog.module.css';

const words = messages.mutualAid;
const units = ['hours', 'days'] as const;

/** Which volunteers are offered a case, and how long; or why none is. */
export function MutualFields({ caseId, taskId }: { caseId: string; taskId: string }): ReactElement {
  const options = useMutualAidOptions(caseId, taskId);
  if (options.isError) return <Failure error={options.error} onRetry={() => void options.refetch()} />;
  const { problem = null, volunteers = 0, skills = [] } = options.data ?? {};
  const refusal = problem === null ? words.nobody : words.problem[problem];
  return (
    <>
      {options.data && (problem !== null || volunteers === 0) && (
        <Alert type="warning" showIcon role="alert" title={refusal} className={styles['refusal'] ?? ''} />
      )}
      <Form.Item name="skill" label={words.skill}>
        <Select
          allowClear={clearable}
          loading={options.isPending}
          placeholder={words.allSkills(volunteers)}
          options={skills.map((skill) => ({
            value: skill.code,
            label: words.skillOption(skill.name, skill.volunteers),
            disabled: skill.volunteers === 0,
          }))}
        />
      </Form.Item>
      <Form.Item label={words.term} htmlFor="term-amount" extra={words.termHint}>
        <Space.Compact>
          <Form.Item name={['term', 'amount']} noStyle>
            <InputNumber id="term-amount" min={1} max={40} precision={0} />
          </Form.Item>
          <Form.Item name={['term', 'unit']} noStyle initialValue="days">
            <Select
              aria-label={words.termUnit}
              className={styles['days'] ?? ''}
              options={units.map((value) => ({ value, label: words.termUnits[value] }))}
            />
          </Form.Item>
        </Space.Compact>
      </Form.Item>
    </>
  );
}
