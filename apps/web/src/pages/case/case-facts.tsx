import { useState, type ReactElement, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Case, PersonalData } from '../../api/model.js';
import { useMay } from '../../api/session.js';
import { dayText, longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import styles from './case-facts.module.css';
import { PhoneFact, ResidentFact } from './resident-fact.js';

const words = messages.casePage;
const { historic } = messages;

/** What the register says about a case, in a compact list. */
export function CaseFacts({ case: it }: { case: Case }): ReactElement {
  const may = useMay();
  const [seen, setSeen] = useState<PersonalData>();
  const { definition } = it;
  const version = definition && `${definition.name} ${words.version(definition.version)}`;
  const workflow =
    definition && may('workflow.read') ? (
      <Link to={`/workflows/${definition.key}/${definition.version}`}>{version}</Link>
    ) : (
      version
    );
  const facts = [
    [messages.column.resident, <ResidentFact case={it} seen={seen} onSeen={setSeen} />],
    [words.phone, <PhoneFact case={it} seen={seen} />],
    [words.address, it.address],
    [messages.column.category, it.category?.name ?? messages.list.noCategory],
    [words.kind, it.kind?.name],
    [words.channel, it.channel.name],
    ...(it.campaign ? [[messages.campaign.label, it.campaign.name] as const] : []),
    [words.station, it.station?.name],
    ...(it.historic ? [[historic.tag, historic.fact(dayText(it.historic.since), it.historic.reason)] as const] : []),
    ...(it.legalHold ? [[words.legalHold, words.dataHeldBy(it.legalHold.reason, it.legalHold.by)] as const] : []),
    ...asideOf(it),
    [words.firstUnit, it.firstUnit.name],
    ...(it.owner.id === it.firstUnit.id ? [] : [[words.owner, it.owner.name] as const]),
    [words.registeredBy, it.registeredBy?.name],
    ...(it.notice === null ? [] : [[words.notice, words.version(it.notice)] as const]),
    [words.receivedAt, longTime(it.receivedAt)],
    ...fateOf(it),
    [words.definition, workflow],
  ] as const;
  return (
    <section className={styles['facts']} aria-label={words.facts}>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name} className={styles['fact']}>
            <dt>{name}</dt>
            <dd>{value ?? words.none}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Who steps aside from it. */
function asideOf({ about, recused }: Case): readonly (readonly [name: string, value: string])[] {
  const people = recused.map(({ name, kind }) => words.recusedAs(name, kind));
  return [
    ...(about ? [[words.about, about.name] as const] : []),
    ...(people.length > 0 ? [[words.recused, people.join(messages.marks.list)] as const] : []),
  ];
}

/** How it ended, with which cases it is handled, and how often it went another way; only what there is to say. */
function fateOf(it: Case): readonly (readonly [name: string, value: ReactNode])[] {
  return [
    [messages.lane.title, messages.lane.name[it.lane]] as const,
    [messages.answer.disposition, it.disposition?.name ?? words.none] as const,
    ...(it.exit ? [[words.exit, it.exit.name] as const] : []),
    ...(it.mergedInto ? [[words.mergedInto, <CaseLinks key="main" cases={[it.mergedInto]} />] as const] : []),
    ...(it.merged.length > 0 ? [[words.merged, <CaseLinks key="merged" cases={it.merged} />] as const] : []),
    [words.returns, it.returns > 0 ? words.times(it.returns) : words.none] as const,
    [words.escalations, it.escalations > 0 ? words.times(it.escalations) : words.none] as const,
  ];
}

function CaseLinks({ cases }: { cases: Case['merged'] }): ReactElement {
  return (
    <ul className={styles['links']}>
      {cases.map(({ id, code, title }) => (
        <li key={id}>
          <Link to={`/cases/${id}`}>{`${code} ${title}`}</Link>
        </li>
      ))}
    </ul>
  );
}
