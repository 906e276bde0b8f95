import { Button, Popconfirm } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useDispatchRules, useEndDispatchRule } from '../../api/dispatch-rules.js';
import type { DispatchRule } from '../../api/model.js';
import { useMay } from '../../api/session.js';
import { shortTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import styles from './meeting-page.module.css';

const words = messages.dispatch;

/** The dispatch catalogue that rulings made. */
export function DispatchRules(): ReactElement | null {
  const may = useMay();
  const rules = useDispatchRules().data ?? [];
  const end = useEndDispatchRule();
  if (rules.length === 0) return null;
  return (
    <section aria-label={words.title}>
      <h2 className={styles['heading']}>{words.title}</h2>
      <ul className={`sheet ${styles['agenda']}`}>
        {rules.map((rule) => (
          <li key={rule.id} className={styles['topic']}>
            <div className={styles['about']}>
              <p className={styles['title']}>
                <strong>{words.rule(rule.category.name, rule.department.name)}</strong>
                <span className={styles['facts']}>{factsOf(rule)}</span>
              </p>
              <p className={styles['title']}>
                <span>{rule.note}</span>
                <Link to={`/cases/${rule.case.id}`}>{rule.case.code}</Link>
              </p>
            </div>
            {rule.validTo === null && may('joint-meeting.manage') && (
              <Popconfirm
                title={words.confirm}
                okText={words.end}
                cancelText={messages.act.cancel}
                onConfirm={() => end.mutate(rule.id)}
              >
                <Button size="small" aria-label={words.endOf(rule.category.name)}>
                  {words.end}
                </Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function factsOf({ street, validFrom, validTo, madeBy }: DispatchRule): string {
  const until = validTo === null ? words.since(shortTime(validFrom)) : words.until(shortTime(validTo));
  return [street?.name ?? words.everywhere, until, madeBy].join(' · ');
}
