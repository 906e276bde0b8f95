import { Alert, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactElement } from 'react';
import { useChangeUnit, useUnitThings } from '../../api/organisation.js';
import type { NewUnitChange, UnitDetail, UnitThings } from '../../api/model.js';
import { AnyUnitSelect, type AnyUnitSelectProps } from '../../components/any-unit-select.js';
import { FormDialog } from '../../components/form-dialog.js';
import { given, written } from '../../format/field-rules.js';
import { problemText } from '../../format/problem-text.js';
import { districtToday } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './organisation-page.module.css';

const words = pageWords.organisation;
const required = written(messages.missing.any);

type Kind = NewUnitChange['kind'];

interface Values {
  readonly name?: string;
  readonly after?: string;
  readonly day: Dayjs;
  readonly reason: string;
}

interface Props {
  readonly unit: UnitDetail;
  readonly kind: Kind;
  readonly onClose: () => void;
}

/** Asks what a change needs, and tells beforehand what would follow the unit. */
export function UnitChangeDialog({ unit, kind, onClose }: Props): ReactElement {
  const ends = kind === 'closed' || kind === 'merged';
  return (
    <FormDialog
      title={`${words.change[kind]} · ${unit.name}`}
      intro={ends && <Things id={unit.id} />}
      act={useChangeUnit()}
      toAct={(values: Values) => ({ id: unit.id, change: changeOf(kind, values) })}
      initial={{ day: dayjs(districtToday()), name: unit.name }}
      done={words.done(words.change[kind])}
      onClose={onClose}
      width={560}
    >
      {kind === 'renamed' ? (
        <Form.Item name="name" label={words.newName} rules={required}>
          <Input maxLength={100} />
        </Form.Item>
      ) : (
        <Form.Item name="after" label={otherLabel[kind]} rules={kind === 'closed' ? [] : required}>
          <FittingUnitSelect unit={unit} among={kind === 'moved' ? 'parents' : 'successors'} />
        </Form.Item>
      )}
      <Form.Item name="day" label={words.day} extra={words.dayHint} rules={given(messages.missing.any)}>
        <DatePicker className={styles['day'] ?? ''} />
      </Form.Item>
      <Form.Item name="reason" label={words.reason} rules={required}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}

const otherLabel = { moved: words.newParent, closed: words.successorOptional, merged: words.into };

interface FittingProps extends AnyUnitSelectProps {
  readonly unit: UnitDetail;
  readonly among: keyof UnitThings['fits'];
}

/** Offers only units of a kind that fits; others the server refuses. */
function FittingUnitSelect({ unit, among, ...rest }: FittingProps): ReactElement {
  const fits = useUnitThings(unit.id).data?.fits;
  return <AnyUnitSelect {...rest} but={unit.id} kinds={fits?.[among]} />;
}

/** What would go on with the successor. */
function Things({ id }: { id: string }): ReactElement | null {
  const found = useUnitThings(id);
  if (found.isError) return <Alert type="error" showIcon role="alert" title={problemText(found.error)} />;
  if (!found.data) return null;
  const { things, named } = found.data;
  const open = things.some((thing) => thing.open);
  return (
    <>
      <Alert
        type={open ? 'warning' : 'info'}
        role="status"
        className={styles['note'] ?? ''}
        title={things.length === 0 ? words.nothing : words.preview}
        description={
          things.length > 0 && (
            <ul>
              {things.map(({ what, count }) => (
                <li key={what}>{words.things[what](count)}</li>
              ))}
              {open && <li>{words.mustSucceed}</li>}
            </ul>
          )
        }
      />
      {named.length > 0 && (
        <Alert type="warning" className={styles['note'] ?? ''} title={words.named(named.join(messages.marks.list))} />
      )}
    </>
  );
}

function changeOf(kind: Kind, { name = '', after = '', day, reason }: Values): NewUnitChange {
  const when = { day: day.format('YYYY-MM-DD'), reason: reason.trim() };
  switch (kind) {
    case 'renamed':
      return { kind, name: name.trim(), ...when };
    case 'moved':
      return { kind, parent: after, ...when };
    case 'closed':
      return { kind, ...(after && { successor: after }), ...when };
    case 'merged':
      return { kind, successor: after, ...when };
  }
}
