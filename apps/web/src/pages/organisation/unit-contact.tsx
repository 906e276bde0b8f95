import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import type { UnitContact, UnitDetail } from '../../api/model.js';
import { useUnitContacts } from '../../api/unit-contacts.js';
import { Failure } from '../../components/failure.js';
import { longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { ContactDialog } from './contact-dialog.js';
import { partsText } from './opening-text.js';
import styles from './organisation-page.module.css';

const words = messages.contact;

/** Where a unit is and when it is open, with what was decided before. */
export function UnitContactPart({ unit }: { unit: UnitDetail }): ReactElement {
  const decided = useUnitContacts(unit.id);
  const [edits, setEdits] = useState(false);
  const [now] = decided.data ?? [];
  return (
    <section aria-label={words.title}>
      <h2 className={styles['heading']}>{words.title}</h2>
      {decided.isError && <Failure error={decided.error} onRetry={() => void decided.refetch()} />}
      {decided.data && !now && <p className={styles['small']}>{words.none}</p>}
      {now && <ContactFacts contact={now} />}
      {decided.data && unit.validTo === null && (
        <div className={styles['acts']}>
          <Button onClick={() => setEdits(true)}>{words.edit}</Button>
          {unit.kind === 'station' && <Link to={`/organisation/${unit.id}/poster`}>{words.poster}</Link>}
        </div>
      )}
      {decided.data && decided.data.length > 0 && <History decided={decided.data} />}
      {edits && <ContactDialog unit={unit} now={now} onClose={() => setEdits(false)} />}
    </section>
  );
}

function ContactFacts({ contact: { address, telephone, hours, position } }: { contact: UnitContact }): ReactElement {
  const facts = [
    [words.address, address],
    [words.telephone, telephone],
    [words.workingDays, hours === null ? '' : partsText(hours.workingDays) || words.closed],
    [words.daysOff, hours === null ? '' : partsText(hours.daysOff) || words.closed],
    [words.position, position === null ? '' : words.coordinates(position.longitude, position.latitude)],
  ];
  return (
    <dl className={styles['facts']}>
      {facts.map(([name, value]) => [
        <dt key={`${name}-name`}>{name}</dt>,
        <dd key={name}>{value || messages.casePage.none}</dd>,
      ])}
    </dl>
  );
}

function History({ decided }: { decided: readonly UnitContact[] }): ReactElement {
  return (
    <details className={styles['small']}>
      <summary>{words.history}</summary>
      <ul className={styles['lines']}>
        {decided.map(({ version, at, by, reason, address, telephone, hours }) => (
          <li key={version}>
            {words.changed(longTime(at), by, reason)}
            <p>
              {[address, telephone, hours === null ? '' : partsText(hours.workingDays)]
                .filter(Boolean)
                .join(messages.marks.clause)}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
