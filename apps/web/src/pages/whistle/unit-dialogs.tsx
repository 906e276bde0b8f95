import { Form, Input, Rate } from 'antd';
import type { ReactElement } from 'react';
import type { Whistle, WhistleUnit } from '../../api/model.js';
import { useWhistleAct, type WhistleAct } from '../../api/whistles.js';
import { FormDialog } from '../../components/form-dialog.js';
import { given, written } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';

const words = messages.whistle;

/** Who is scored: the unit by the caller, or the caller by the unit. */
export type ScoreOf = 'unit' | 'caller';

/** Asks who came for a unit. */
export function ArrivalDialog(props: { whistle: string; unit: WhistleUnit; onClose: () => void }): ReactElement {
  const { whistle, unit, onClose } = props;
  return (
    <FormDialog<{ who: string }, WhistleAct, Whistle>
      act={useWhistleAct(whistle)}
      title={words.arriveOf(unit.unit)}
      initial={{ who: unit.arrived ?? '' }}
      toAct={({ who }) => ({ act: 'arrive', unit: unit.unitId, who: who.trim() })}
      onClose={onClose}
    >
      <Form.Item name="who" label={words.who} rules={written(messages.missing.fill(words.who))}>
        <Input maxLength={100} />
      </Form.Item>
    </FormDialog>
  );
}

/** Asks what one side says of the other. */
export function ScoreDialog(props: {
  whistle: Whistle;
  unit: WhistleUnit;
  of: ScoreOf;
  onClose: () => void;
}): ReactElement {
  const { whistle, unit, of, onClose } = props;
  return (
    <FormDialog<{ score: number; remark?: string }, WhistleAct, Whistle>
      act={useWhistleAct(whistle.id)}
      title={of === 'unit' ? words.scoreUnitOf(unit.unit) : words.scoreCallerOf(whistle.caller)}
      initial={{ score: 5 }}
      toAct={({ score, remark = '' }) => ({
        act: 'score',
        unit: unit.unitId,
        by: of === 'unit' ? 'caller' : 'unit',
        score,
        remark: remark.trim(),
      })}
      onClose={onClose}
    >
      <Form.Item name="score" label={words.score} rules={given(messages.missing.fill(words.score))}>
        <Rate allowClear={false} />
      </Form.Item>
      <Form.Item name="remark" label={words.remark} extra={words.once}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
