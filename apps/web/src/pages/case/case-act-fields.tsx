import { Form, Input, InputNumber, Radio, Select } from 'antd';
import type { ReactElement } from 'react';
import { usePauseReasons, useSupervisionTriggers, type CaseActKind } from '../../api/case-acts.js';
import type { ChosenKind } from '../../api/reference.js';
import { UnitSelect } from '../../components/unit-select.js';
import { given, written } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';
import { ReceiverFields } from '../../components/receiver-fields.js';
import { ExclusionField, ExitField, MainField } from './exit-fields.js';
import { HistoricFields } from './historic-fields.js';
import { MediationFields } from './mediation-fields.js';
import { MutualFields } from './mutual-fields.js';
import styles from './case-act-dialog.module.css';

const words = messages.caseAct;
const departments = ['department'] as const;
/** From very satisfied down. */
const grades = [5, 4, 3, 2, 1] as const;

/** What an act asks for beside an opinion. */
export function CaseActFields(props: { kind: CaseActKind; caseId: string; taskId: string }): ReactElement | null {
  const { kind, caseId, taskId } = props;
  switch (kind) {
    case 'suspend':
      return <ReasonField />;
    case 'extend':
      return <DaysField label={words.extension} most={10} required />;
    case 'return':
      return <ReturnFields />;
    case 'transfer':
      return <ReceiverFields taskIds={[taskId]} />;
    case 'assist':
      return (
        <>
          <UnitField label={words.helper} required />
          <DaysField label={words.answerDays} most={60} hint={words.assistDays} />
        </>
      );
    case 'countersign':
    case 'consult':
      return (
        <>
          <UnitsField label={words.opinionUnits} />
          <DaysField label={words.answerDays} most={60} hint={words.opinionDays[kind]} />
        </>
      );
    case 'mutual':
      return <MutualFields caseId={caseId} taskId={taskId} />;
    case 'mediate':
      return <MediationFields />;
    case 'decline':
      return <ExitField />;
    case 'exclude':
      return <ExclusionField />;
    case 'merge':
      return <MainField caseId={caseId} />;
    case 'historic':
      return <HistoricFields caseId={caseId} />;
    case 'rate':
      return <RatingFields />;
    case 'copy':
      return <UnitField label={words.copied} required />;
    case 'supervise':
      return (
        <>
          <TriggerField />
          <UnitField label={words.supervised} hint={words.supervisedHint} kinds={['department', 'street', 'station']} />
          <DaysField label={words.answerDays} most={30} required />
        </>
      );
    default:
      return null;
  }
}

function ReasonField(): ReactElement {
  const reasons = usePauseReasons(true);
  return (
    <Form.Item name="reason" label={words.reason} rules={given(words.reasonMissing)}>
      <Select
        loading={reasons.isPending}
        disabled={reasons.isPending}
        options={(reasons.data ?? []).map(({ code, name, capDays }) => ({
          value: code,
          label: words.reasonOption(name, capDays),
        }))}
      />
    </Form.Item>
  );
}

function DaysField(props: { label: string; most: number; required?: boolean; hint?: string }): ReactElement {
  const rules = [{ required: props.required ?? false, message: words.daysMissing }];
  return (
    <Form.Item name="days" label={props.label} extra={props.hint} rules={rules}>
      <InputNumber className={styles['days'] ?? ''} min={1} max={props.most} precision={0} suffix={words.workingDays} />
    </Form.Item>
  );
}

function ReturnFields(): ReactElement {
  return (
    <>
      <Form.Item name="legalBasis" label={words.legalBasis} rules={written(words.legalBasisMissing)}>
        <Input maxLength={500} placeholder={words.legalBasisHint} />
      </Form.Item>
      <UnitField label={words.suggested} required />
      <Form.Item name="evidence" label={words.evidence} rules={written(words.evidenceMissing)}>
        <Input.TextArea rows={2} maxLength={2000} placeholder={words.evidenceHint} />
      </Form.Item>
    </>
  );
}

function RatingFields(): ReactElement {
  return (
    <>
      <Form.Item name="grade" label={words.grade} rules={given(words.gradeMissing)}>
        <Radio.Group options={grades.map((value) => ({ value, label: messages.resident.grades[value] }))} />
      </Form.Item>
      <Form.Item name="solved" label={words.solved}>
        <Radio.Group
          options={[
            { value: true, label: words.isSolved },
            { value: false, label: words.isNotSolved },
          ]}
        />
      </Form.Item>
    </>
  );
}

function TriggerField(): ReactElement {
  const triggers = useSupervisionTriggers(true);
  return (
    <Form.Item name="trigger" label={words.trigger} rules={given(words.triggerMissing)}>
      <Select
        loading={triggers.isPending}
        disabled={triggers.isPending}
        options={(triggers.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      />
    </Form.Item>
  );
}

function UnitField(props: {
  label: string;
  required?: boolean;
  hint?: string;
  /** Absent: departments. */
  kinds?: readonly ChosenKind[];
}): ReactElement {
  return (
    <Form.Item
      name="unit"
      label={props.label}
      extra={props.hint}
      rules={[{ required: props.required ?? false, message: words.unitMissing }]}
    >
      <UnitSelect kinds={props.kinds ?? departments} />
    </Form.Item>
  );
}

function UnitsField({ label }: { label: string }): ReactElement {
  return (
    <Form.Item name="units" label={label} rules={given(words.unitMissing)}>
      <UnitSelect kinds={['department', 'street']} mode="multiple" maxCount={20} />
    </Form.Item>
  );
}
