import { useState, type ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { usePublicPledgeUnits, usePublicPledges } from '../../api/pledges.js';
import { Loading } from '../../components/loading.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import { FieldForm } from './form/field-form.js';
import { Notice } from './form/notice.js';
import { PressButton } from './form/press-button.js';
import { TextField } from './form/text-field.js';
import { PublicPledgeCard, PublicReview } from './public-pledge-card.js';
import styles from './public-pledges.module.css';
import { ResidentFrame } from './resident-frame.js';
import resident from './resident.module.css';

const words = messages.publicPledge;

/** What units pledge to residents, what was done, and what the residents' delegates found. */
export function PublicPledgesPage(): ReactElement {
  const [search] = useSearchParams();
  const unit = search.get('unit') ?? '';
  return (
    <ResidentFrame title={words.title}>
      <div className={resident['stack']}>
        <UnitFinder unit={unit} />
        {unit !== '' && <UnitPledges unit={unit} year={Number(search.get('year')) || undefined} />}
      </div>
    </ResidentFrame>
  );
}

function UnitFinder({ unit }: { unit: string }): ReactElement {
  const [name, setName] = useState<string>();
  const found = usePublicPledgeUnits(name);
  return (
    <>
      <FieldForm required={{}} error={found.error} onSend={(valueOf) => setName(valueOf('name'))}>
        <TextField name="name" label={words.unit} help={words.unitHint} autoComplete="off" maxLength={50} />
        <PressButton sends primary pending={found.isFetching}>
          {words.find}
        </PressButton>
      </FieldForm>
      <div role="status">{found.data?.length === 0 && <p>{words.none}</p>}</div>
      {found.data && found.data.length > 0 && (
        <ul className={styles['links']} aria-label={words.units}>
          {found.data.map(({ id, name: called }) => (
            <li key={id}>
              <Link to={addressOf(id)} className={styles['link']} {...(id === unit && { 'aria-current': 'page' })}>
                {called}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function UnitPledges({ unit, year }: { unit: string; year: number | undefined }): ReactElement {
  const pledges = usePublicPledges(unit, year);
  if (pledges.isPending) return <Loading lines={4} />;
  const [first] = pledges.data?.pages ?? [];
  if (!first) return <Notice kind="warning">{problemText(pledges.error)}</Notice>;
  const items = pledges.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={resident['stack']} aria-label={first.unit.name}>
      <h2>{first.unit.name}</h2>
      <ul className={styles['links']} aria-label={messages.pledge.year}>
        {first.years.map((each) => (
          <li key={each}>
            <Link
              to={addressOf(unit, each)}
              className={styles['link']}
              {...(each === first.year && { 'aria-current': 'page' })}
            >
              {messages.pledge.yearOf(each)}
            </Link>
          </li>
        ))}
      </ul>
      {first.review && <PublicReview review={first.review} />}
      {items.length === 0 && <p>{words.empty}</p>}
      {items.map((pledge) => (
        <PublicPledgeCard key={pledge.id} pledge={pledge} />
      ))}
      {pledges.hasNextPage && (
        <PressButton pending={pledges.isFetchingNextPage} onPress={() => void pledges.fetchNextPage()}>
          {messages.act.more}
        </PressButton>
      )}
    </section>
  );
}

function addressOf(unit: string, year?: number): string {
  const query = new URLSearchParams({ unit, ...(year !== undefined && { year: String(year) }) });
  return `/public/pledges?${query}`;
}
