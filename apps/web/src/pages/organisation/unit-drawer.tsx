import { App, Button, Drawer } from 'antd';
import { useState, type ReactElement } from 'react';
import { useCancelChange, useUnit } from '../../api/organisation.js';
import type { UnitDetail } from '../../api/model.js';
import { usePeopleOfUnit } from '../../api/reference.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { problemText } from '../../format/problem-text.js';
import { dayText, longTime } from '../../format/time.js';
import { useReturnFocus } from '../../hooks/use-return-focus.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './organisation-page.module.css';
import { UnitContactPart } from './unit-contact.js';
import { UnitChangeDialog } from './unit-change-dialog.js';

const words = pageWords.organisation;
const kinds = ['renamed', 'moved', 'closed', 'merged'] as const;

/** A unit: what it is, who works there, what became of it, and what can be done. */
export function UnitDrawer({ id, onClose }: { id: string; onClose: () => void }): ReactElement {
  useReturnFocus();
  const unit = useUnit(id);
  return (
    <Drawer open title={unit.data?.name ?? words.title} onClose={onClose} size={480}>
      {unit.isPending && <Loading />}
      {unit.isError && !unit.data && <Failure error={unit.error} onRetry={() => void unit.refetch()} />}
      {unit.data && (
        <>
          <Facts unit={unit.data} />
          {unit.data.validTo === null && <Acts unit={unit.data} />}
          <UnitContactPart unit={unit.data} />
          <Members id={id} />
          <Changes unit={unit.data} />
        </>
      )}
    </Drawer>
  );
}

function Facts({ unit }: { unit: UnitDetail }): ReactElement {
  const facts = [
    [words.code, unit.id],
    [words.kind, words.kinds[unit.kind]],
    [words.parent, unit.parent?.name ?? messages.casePage.none],
    [words.validFrom, longTime(unit.validFrom)],
    ...(unit.validTo === null ? [] : [[words.validTo, longTime(unit.validTo)]]),
    ...(unit.successor ? [[words.successor, unit.successor.name]] : []),
  ];
  return (
    <dl className={styles['facts']}>
      {facts.map(([name, value]) => [<dt key={`${name}-name`}>{name}</dt>, <dd key={name}>{value}</dd>])}
    </dl>
  );
}

function Acts({ unit }: { unit: UnitDetail }): ReactElement {
  const { message } = App.useApp();
  const [kind, setKind] = useState<(typeof kinds)[number]>();
  const cancel = useCancelChange();
  const toCome = unit.changes.some(({ holds }) => !holds);
  const takeBack = () =>
    cancel.mutate(unit.id, {
      onSuccess: () => void message.success(words.cancelled),
      onError: (error) => void message.error(problemText(error)),
    });
  return (
    <>
      <h2 className={styles['heading']}>{words.act}</h2>
      <div className={styles['acts']}>
        {kinds.map((each) => (
          <Button key={each} disabled={toCome} onClick={() => setKind(each)}>
            {words.change[each]}
          </Button>
        ))}
        {toCome && (
          <Button loading={cancel.isPending} onClick={takeBack}>
            {words.cancel}
          </Button>
        )}
      </div>
      {kind && <UnitChangeDialog unit={unit} kind={kind} onClose={() => setKind(undefined)} />}
    </>
  );
}

function Members({ id }: { id: string }): ReactElement {
  const people = usePeopleOfUnit(id);
  return (
    <section aria-label={words.members}>
      <h2 className={styles['heading']}>{words.members}</h2>
      {people.data?.length === 0 && <p className={styles['small']}>{words.noMembers}</p>}
      <ul className={styles['lines']}>
        {people.data?.map(({ id: person, name, post }) => (
          <li key={person}>{words.member(name, post)}</li>
        ))}
      </ul>
    </section>
  );
}

function Changes({ unit }: { unit: UnitDetail }): ReactElement {
  return (
    <section aria-label={words.changes}>
      <h2 className={styles['heading']}>{words.changes}</h2>
      {unit.changes.length === 0 && <p className={styles['small']}>{words.noChanges}</p>}
      <ul className={styles['lines']}>
        {unit.changes.map(({ kind, day, before, after, reason, by, holds }) => (
          <li key={`${day}${kind}${after}`}>
            {words.changeText(
              dayText(day),
              holds ? words.change[kind] : messages.marks.aside(words.change[kind], words.toCome),
              before,
              after,
            )}
            <p className={styles['small']}>{words.reasonBy(reason, by)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
