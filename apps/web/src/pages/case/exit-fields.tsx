import { AutoComplete, Form, Select } from 'antd';
import type { ReactElement } from 'react';
import { useExclusionReasons, useIntakeExits, type CaseActAnswers } from '../../api/case-acts.js';
import { useCase } from '../../api/cases.js';
import { useSimilarCases } from '../../api/similar-cases.js';
import { given, written } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';

const words = messages.caseAct;

/** Asks why a request is turned away, and proposes what the resident is told. */
export function ExitField(): ReactElement {
  const form = Form.useFormInstance<CaseActAnswers>();
  const exits = useIntakeExits();
  const propose = (chosen: string) => {
    const usual = exits.data?.map(({ told }) => told) ?? [];
    const written = (form.getFieldValue('opinion') as string | undefined)?.trim() ?? '';
    const told = exits.data?.find(({ code }) => code === chosen)?.told;
    if (written === '' || usual.includes(written)) form.setFieldValue('opinion', told);
  };
  return (
    <Form.Item name="reason" label={words.exit} rules={given(words.exitMissing)}>
      <Select
        loading={exits.isPending}
        disabled={exits.isPending}
        onChange={propose}
        options={(exits.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      />
    </Form.Item>
  );
}

/** Asks why a case is to be left out of adjusted rates. */
export function ExclusionField(): ReactElement {
  const reasons = useExclusionReasons();
  return (
    <Form.Item name="reason" label={words.exclusion} rules={given(words.exclusionMissing)}>
      <Select
        loading={reasons.isPending}
        disabled={reasons.isPending}
        options={(reasons.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      />
    </Form.Item>
  );
}

/** Asks for the case that goes on; offers the open ones that are like this one. */
export function MainField({ caseId }: { caseId: string }): ReactElement {
  const { title = '', text = '', address } = useCase(caseId).data ?? {};
  const similar = useSimilarCases({ title, text, address: address ?? '', phone: '' });
  const others = (similar.data?.repeats ?? []).filter(({ id }) => id !== caseId);
  return (
    <Form.Item name="into" label={words.main} rules={written(words.mainMissing)}>
      <AutoComplete
        placeholder={words.mainHint}
        options={others.map((it) => ({ value: it.code, label: words.mainOption(it.code, it.title) }))}
      />
    </Form.Item>
  );
}
