import { Alert, Button, Form, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import type { Booking, Reception, RegisteredCase, SpotCase } from '../../api/model.js';
import { useOpenSpotCase, useReception } from '../../api/receptions.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { given } from '../../format/field-rules.js';
import { useFormAct } from '../../hooks/use-form-act.js';
import { messages } from '../../messages/messages.js';
import { MatterFields } from '../register/matter-fields.js';
import { OriginFields } from '../register/origin-fields.js';
import { RegisterReceipt } from '../register/register-receipt.js';
import { newCaseFrom, type RegisterValues } from '../register/register-values.js';
import { SimilarPanel } from '../register/similar-panel.js';
import styles from '../register/register-form.module.css';

const words = messages.reception;

/** Opens cases on the spot for who is received: form, receipt, form. */
export function SpotCasePage(): ReactElement {
  const { reception: id = '', booking: bookingId = '' } = useParams();
  const reception = useReception(id);
  const [receipt, setReceipt] = useState<RegisteredCase>();
  const booking = reception.data?.bookings.find((each) => each.id === bookingId);
  return (
    <>
      <PageHeader title={words.spotTitle}>
        <Link to={`/receptions?reception=${id}`}>{words.back}</Link>
      </PageHeader>
      {reception.isPending && <Loading />}
      {reception.isError && !reception.data && (
        <Failure error={reception.error} onRetry={() => void reception.refetch()} />
      )}
      {receipt ? (
        <RegisterReceipt receipt={receipt} onAgain={() => setReceipt(undefined)} />
      ) : (
        reception.data && booking && <SpotForm reception={reception.data} booking={booking} onOpened={setReceipt} />
      )}
    </>
  );
}

function SpotForm(props: {
  reception: Reception;
  booking: Booking;
  onOpened: (receipt: RegisteredCase) => void;
}): ReactElement {
  const { reception, booking, onOpened } = props;
  const act = useOpenSpotCase(booking.id);
  const sending = useFormAct<RegisterValues, SpotCase, RegisteredCase>({ act, toAct: caseFrom, onDone: onOpened });
  const hosts = reception.hosts.map(({ name, office }) => ({ value: name, label: messages.marks.aside(name, office) }));
  const initial = {
    urgency: 'normal' as const,
    channel: 'reception',
    text: booking.matter,
    ...(hosts.length === 1 && { receivedBy: hosts[0]?.value ?? '' }),
  };
  return (
    <div className={`sheet ${styles['sheet']}`}>
      <p>{words.spotFor(booking.name, booking.phone ?? '')}</p>
      {sending.refusal !== undefined && <Alert type="error" showIcon role="alert" title={sending.refusal} />}
      <Form<RegisterValues> {...sending.props} initialValues={initial} scrollToFirstError={{ focus: true }}>
        <div className={styles['columns']}>
          <MatterFields after={<SimilarPanel form={sending.form} />} />
          <div>
            <Form.Item
              name="receivedBy"
              label={words.receivedBy}
              rules={given(messages.missing.pick(words.receivedBy))}
            >
              <Select options={hosts} />
            </Form.Item>
            <OriginFields channelKnown />
            <div className={styles['foot']}>
              <Button type="primary" size="large" htmlType="submit" loading={act.isPending}>
                {messages.register.submit}
              </Button>
            </div>
          </div>
        </div>
      </Form>
    </div>
  );
}

function caseFrom(values: RegisterValues): SpotCase {
  const { channel: _, resident: __, ...matter } = newCaseFrom(values);
  return { ...matter, receivedBy: values.receivedBy ?? '' };
}
