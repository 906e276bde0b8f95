import { App, Button, Drawer, Popconfirm, Space } from 'antd';
import { useState, type ReactElement, type ReactNode } from 'react';
import { usePersonAct, type PersonAct } from '../../api/people.js';
import type { Person } from '../../api/model.js';
import { useMay, useMe } from '../../api/session.js';
import { problemText } from '../../format/problem-text.js';
import { dayText } from '../../format/time.js';
import { useReturnFocus } from '../../hooks/use-return-focus.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import { LeavingDialog } from './leaving-dialog.js';
import styles from './people-page.module.css';
import { ProgramToken } from './program-token.js';
import { GrantDialog, PasswordDialog, PlaceDialog } from './person-dialogs.js';

const words = pageWords.people;
const { rescue } = pageWords.account;
const { way } = pageWords.tokens;

type Dialog = 'place' | 'grant' | 'leave' | 'password';

/** Somebody: where they work, what they may do, and what an administrator can do about that. */
export function PersonDrawer({ person, onClose }: { person: Person; onClose: () => void }): ReactElement {
  useReturnFocus();
  const may = useMay();
  const me = useMe();
  const [dialog, setDialog] = useState<Dialog>();
  const keeps = may('system.manage') && person.open;
  const gives = may('grants.manage') && person.open && person.id !== me.id;
  return (
    <Drawer open title={messages.marks.aside(person.name, person.username)} onClose={onClose} size={480}>
      <Part name={words.places} none={words.noPlaces} add={keeps && (() => setDialog('place'))} what={words.addPlace}>
        {person.places.map(({ unit, unitName, post }) => (
          <li key={unit}>
            <span>{words.place(unitName, post)}</span>
            {keeps && (
              <Act
                id={person.id}
                act={{ act: 'end-place', unit }}
                text={words.end}
                label={words.endPlace(unitName)}
                confirm={words.endPlaceConfirm}
              />
            )}
          </li>
        ))}
      </Part>
      <Part name={words.grants} none={words.noGrants} add={gives && (() => setDialog('grant'))} what={words.addGrant}>
        {person.grants.map(({ role, roleName, unit, unitName }) => (
          <li key={`${role}${unit}`}>
            <span>{words.grant(messages.said.role(roleName), unitName)}</span>
            {gives && (
              <Act
                id={person.id}
                act={{ act: 'end-grant', role, unit }}
                text={words.revoke}
                label={words.endGrant(messages.said.role(roleName), unitName)}
                confirm={words.endGrantConfirm}
              />
            )}
          </li>
        ))}
      </Part>
      {keeps && person.id !== me.id && (
        <section aria-label={words.leave}>
          <h2 className={styles['heading']}>{words.leave}</h2>
          {person.leaves === null ? (
            <Button danger onClick={() => setDialog('leave')}>
              {words.leave}
            </Button>
          ) : (
            <>
              <p className={styles['small']}>{words.leaves(dayText(person.leaves))}</p>
              <Act id={person.id} act={{ act: 'stay' }} text={words.cancelLeave} confirm={words.cancelConfirm} />
            </>
          )}
        </section>
      )}
      <Way person={person} keeps={keeps && person.id !== me.id} gives={gives} />
      <Rescue id={person.id} onReset={keeps && person.id !== me.id && (() => setDialog('password'))} takes={gives} />
      {dialog && <PersonDialog dialog={dialog} person={person} onClose={() => setDialog(undefined)} />}
    </Drawer>
  );
}

function PersonDialog(props: { dialog: Dialog; person: Person; onClose: () => void }): ReactElement {
  const { dialog, person, onClose } = props;
  switch (dialog) {
    case 'place':
      return <PlaceDialog id={person.id} onClose={onClose} />;
    case 'grant':
      return <GrantDialog id={person.id} onClose={onClose} />;
    case 'leave':
      return <LeavingDialog person={person} onClose={onClose} />;
    case 'password':
      return <PasswordDialog id={person.id} onClose={onClose} />;
  }
}

/** What is done about an account that its owner cannot get into any more, or somebody else got into. */
function Rescue(props: { id: string; onReset: false | (() => void); takes: boolean }): ReactElement | null {
  const { id, onReset, takes } = props;
  if (!onReset && !takes) return null;
  return (
    <section aria-label={rescue.title}>
      <h2 className={styles['heading']}>{rescue.title}</h2>
      <Space wrap>
        {onReset && (
          <Button size="small" onClick={onReset}>
            {rescue.resetPassword}
          </Button>
        )}
        {takes && (
          <>
            <Act id={id} act={{ act: 'reset-factor' }} text={rescue.resetFactor} confirm={rescue.resetFactorConfirm} />
            <Act id={id} act={{ act: 'end-sessions' }} text={rescue.endSessions} confirm={rescue.endSessionsConfirm} />
          </>
        )}
      </Space>
    </section>
  );
}

const ways = ['password', 'provider', 'program'] as const;

/** By what the account gets in. */
function Way({ person, keeps, gives }: { person: Person; keeps: boolean; gives: boolean }): ReactElement {
  const { id, signsInBy } = person;
  return (
    <section aria-label={way.title}>
      <h2 className={styles['heading']}>{way.title}</h2>
      <p className={styles['small']}>{way.now[signsInBy]}</p>
      <Space wrap>
        {keeps &&
          ways
            .filter((other) => other !== signsInBy)
            .map((by) => (
              <Act
                key={by}
                id={id}
                act={{ act: 'sign-in-by', by }}
                text={way.set[by] ?? by}
                confirm={way.confirm[by] ?? by}
              />
            ))}
        {gives && signsInBy === 'program' && <ProgramToken person={person} />}
      </Space>
    </section>
  );
}

interface PartProps {
  readonly name: string;
  readonly none: string;
  readonly add: false | (() => void);
  readonly what: string;
  readonly children: readonly ReactNode[];
}

function Part({ name, none, add, what, children }: PartProps): ReactElement {
  return (
    <section aria-label={name}>
      <h2 className={styles['heading']}>
        {name}
        {add && (
          <Button size="small" onClick={add}>
            {what}
          </Button>
        )}
      </h2>
      {children.length === 0 && <p className={styles['small']}>{none}</p>}
      <ul className={styles['lines']}>{children}</ul>
    </section>
  );
}

interface ActProps {
  readonly id: string;
  readonly act: PersonAct;
  readonly text: string;
  readonly label?: string;
  readonly confirm: string;
}

/** Something that is done after a question. */
function Act({ id, act, text, label, confirm }: ActProps): ReactElement {
  const { message } = App.useApp();
  const change = usePersonAct(id);
  const submit = () =>
    change.mutate(act, {
      onSuccess: () => void message.success(words.done),
      onError: (error) => void message.error(problemText(error)),
    });
  return (
    <Popconfirm title={confirm} okText={text} cancelText={messages.act.cancel} onConfirm={submit}>
      <Button size="small" loading={change.isPending} {...(label && { 'aria-label': label })}>
        {text}
      </Button>
    </Popconfirm>
  );
}
