import { App, Button } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Booking, Reception } from '../../api/model.js';
import { useReceptionAct } from '../../api/receptions.js';
import { problemText } from '../../format/problem-text.js';
import { districtToday } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import styles from './reception.module.css';

const words = messages.reception;

interface Props {
  readonly reception: Reception;
  readonly onCancel: (booking: Booking) => void;
}

/** Who comes when, who came, and the cases that were opened for them. */
export function BookingList({ reception: it, onCancel }: Props): ReactElement {
  const free = it.slots - it.taken;
  return (
    <>
      {it.bookings.length === 0 && <p className={styles['grey']}>{words.noBookings}</p>}
      <ul>
        {it.bookings.map((booking) => (
          <li key={booking.id} className={styles['booking']}>
            <BookingFacts booking={booking} times={it.times} />
            <BookingActs reception={it} booking={booking} onCancel={() => onCancel(booking)} />
          </li>
        ))}
      </ul>
      {free > 0 && <p className={styles['grey']}>{words.freeSlots(free)}</p>}
    </>
  );
}

function BookingFacts({ booking: it, times }: { booking: Booking; times: Reception['times'] }): ReactElement {
  const time = times.find(({ slot }) => slot === it.slot);
  return (
    <>
      <p className={styles['head']}>
        <strong className="number">{time ? words.slotOf(time.from, time.to) : words.walkedIn}</strong>
        <span>{[it.name, it.phone].filter(Boolean).join(' ')}</span>
        <span className={it.state === 'absent' ? styles['bad'] : styles['grey']}>{words.bookingStates[it.state]}</span>
        <span className={`number ${styles['grey']}`}>{it.code}</span>
        <span className={styles['grey']}>{it.bookedBy === null ? words.byResident : words.byStaff(it.bookedBy)}</span>
      </p>
      <p>{it.matter}</p>
      {it.cancelReason !== null && <p className={styles['grey']}>{it.cancelReason}</p>}
      {it.cases.map(({ id, code, title, receivedBy }) => (
        <p key={id}>
          <Link to={`/cases/${id}`}>{title}</Link>
          <span className={styles['grey']}>{` ${words.caseOf(code, receivedBy)}`}</span>
        </p>
      ))}
    </>
  );
}

function BookingActs(props: { reception: Reception; booking: Booking; onCancel: () => void }): ReactElement | null {
  const { reception: it, booking, onCancel } = props;
  const { message } = App.useApp();
  const act = useReceptionAct(it.id);
  if (!it.canServe || booking.state === 'cancelled' || it.state === 'cancelled') return null;
  const begun = it.day <= districtToday();
  const mark = (as: 'came' | 'absent') =>
    act.mutate(
      { act: 'mark', booking: booking.id, as },
      { onError: (error) => void message.error(problemText(error)) },
    );
  return (
    <p className={styles['head']}>
      {begun && booking.slot !== null && booking.state !== 'came' && (
        <Button size="small" aria-label={words.cameOf(booking.name)} onClick={() => mark('came')}>
          {words.came}
        </Button>
      )}
      {begun && booking.slot !== null && booking.state !== 'absent' && (
        <Button size="small" aria-label={words.absentOf(booking.name)} onClick={() => mark('absent')}>
          {words.absent}
        </Button>
      )}
      {booking.state === 'booked' && (
        <Button size="small" aria-label={words.cancelBookingOf(booking.name)} onClick={onCancel}>
          {words.cancelBooking}
        </Button>
      )}
      {begun && it.canRegister && (
        <Link to={`/receptions/${it.id}/bookings/${booking.id}/case`} aria-label={words.openCaseOf(booking.name)}>
          {words.openCase}
        </Link>
      )}
    </p>
  );
}
