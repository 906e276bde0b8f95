import { App, Button, Drawer } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Booking, Reception } from '../../api/model.js';
import { useReception, useReceptionAct } from '../../api/receptions.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { problemText } from '../../format/problem-text.js';
import { dayText, districtToday, longTime } from '../../format/time.js';
import { useReturnFocus } from '../../hooks/use-return-focus.js';
import { messages } from '../../messages/messages.js';
import { BookingList } from './booking-list.js';
import { CancelBookingDialog, CancelDialog, EditDialog, EnterDialog, PublishDialog } from './reception-dialogs.js';
import styles from './reception.module.css';

const words = messages.reception;

type Asked = 'publish' | 'edit' | 'cancel' | 'enter' | 'walk-in' | { readonly cancel: Booking };

/** A reception: its facts, what can be done with it, and who comes when. */
export function ReceptionDrawer({ id, onClose }: { id: string; onClose: () => void }): ReactElement {
  useReturnFocus();
  const reception = useReception(id);
  const it = reception.data;
  return (
    <Drawer
      open
      size="min(680px, 100vw)"
      title={it ? words.about(it.kind.name, dayText(it.day)) : words.title}
      onClose={onClose}
      closable={{ 'aria-label': messages.admin.close }}
    >
      {reception.isPending && <Loading />}
      {reception.isError && !it && <Failure error={reception.error} onRetry={() => void reception.refetch()} />}
      {it && <Desk reception={it} />}
    </Drawer>
  );
}

function Desk({ reception: it }: { reception: Reception }): ReactElement {
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const of = { reception: it, onClose: close };
  return (
    <>
      <Facts reception={it} />
      <Acts reception={it} onAsk={setAsked} />
      <h2 className={styles['heading']}>{`${words.bookings} ${words.takenOf(it.taken, it.slots)}`}</h2>
      <BookingList reception={it} onCancel={(booking) => setAsked({ cancel: booking })} />
      {asked === 'publish' && <PublishDialog {...of} />}
      {asked === 'edit' && <EditDialog {...of} />}
      {asked === 'cancel' && <CancelDialog {...of} />}
      {(asked === 'enter' || asked === 'walk-in') && <EnterDialog {...of} walkIn={asked === 'walk-in'} />}
      {typeof asked === 'object' && <CancelBookingDialog {...of} booking={asked.cancel} />}
    </>
  );
}

function Facts({ reception: it }: { reception: Reception }): ReactElement {
  const time = `${dayText(it.day)} ${words.slotOf(it.from, it.to)}`;
  const facts: readonly (readonly [string, string])[] = [
    [words.unit, it.unit.name],
    [words.time, it.dayOff === null ? time : messages.marks.aside(time, words.onHoliday(it.dayOff))],
    [words.place, it.place],
    [words.hosts, it.hosts.map(({ name, office }) => messages.marks.aside(name, office)).join(messages.marks.list)],
    ...(it.note === null ? [] : [[words.note, it.note] as const]),
    [words.state, words.states[it.state]],
    ...(it.reason === null ? [] : [[words.reason, it.reason] as const]),
    [words.plannedLabel, words.plannedBy(it.plannedBy, longTime(it.plannedAt))],
  ];
  return (
    <dl className={styles['facts']}>
      {facts.map(([name, value]) => [<dt key={`${name}-name`}>{name}</dt>, <dd key={name}>{value}</dd>])}
    </dl>
  );
}

function Acts({ reception: it, onAsk }: { reception: Reception; onAsk: (asked: Asked) => void }): ReactElement {
  const begun = it.day <= districtToday();
  return (
    <div className={styles['acts']}>
      {it.canServe && it.state === 'published' && <Button onClick={() => onAsk('enter')}>{words.enter}</Button>}
      {it.canServe && begun && (it.state === 'published' || it.state === 'held') && (
        <Button onClick={() => onAsk('walk-in')}>{words.walkIn}</Button>
      )}
      {it.canServe && begun && it.state === 'published' && <HoldButton id={it.id} />}
      {it.canPlan && <PlanActs state={it.state} onAsk={onAsk} />}
    </div>
  );
}

function PlanActs({ state, onAsk }: { state: Reception['state']; onAsk: (asked: Asked) => void }): ReactElement | null {
  if (state === 'held' || state === 'cancelled') return null;
  return (
    <>
      {state === 'draft' && (
        <Button type="primary" onClick={() => onAsk('publish')}>
          {words.publish}
        </Button>
      )}
      <Button onClick={() => onAsk('edit')}>{words.edit}</Button>
      <Button onClick={() => onAsk('cancel')}>{words.cancel}</Button>
    </>
  );
}

function HoldButton({ id }: { id: string }): ReactElement {
  const { message, modal } = App.useApp();
  const act = useReceptionAct(id);
  const hold = () =>
    void modal.confirm({
      title: words.hold,
      content: words.holdConfirm,
      okText: words.hold,
      cancelText: messages.act.cancel,
      onOk: () => act.mutateAsync({ act: 'hold' }).catch((error: unknown) => void message.error(problemText(error))),
    });
  return <Button onClick={hold}>{words.hold}</Button>;
}
