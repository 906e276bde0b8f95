import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { bulletinAddress, useBulletins } from '../../api/bulletins.js';
import type { Bulletin } from '../../api/model.js';
import { shortTime } from '../../format/time.js';
import { pageWords } from '../../messages/page-words.js';
import { BulletinDialog, type BulletinDialogKind } from './bulletin-dialog.js';
import { OutcomeFilters, useAskedFilter } from './outcome-filters.js';
import { OutcomeList, type OutcomeLine } from './outcome-list.js';

const all = pageWords.supervision;
const words = all.bulletin;

/** Units that were named, or are to be: checked and issued by who supervises, acknowledged by the unit. */
export function BulletinList(): ReactElement {
  const [filter, setFilter] = useAskedFilter<Bulletin['state']>(words.states);
  const [open, setOpen] = useState<{ readonly kind: BulletinDialogKind; readonly bulletin: Bulletin }>();
  const bulletins = useBulletins(filter);
  const line = (bulletin: Bulletin): OutcomeLine => ({
    heading: bulletin.title,
    state: words.states[bulletin.state],
    pressing: bulletin.canDecide || bulletin.canAcknowledge,
    facts: [bulletin.unit, words.drafted(shortTime(bulletin.draftedAt)), decision(bulletin), acknowledgement(bulletin)],
    texts: [
      bulletin.text,
      bulletin.reason && words.dropped(bulletin.reason),
      bulletin.answer && all.answer(bulletin.answer),
    ],
    acts: (
      <>
        <Button href={bulletinAddress(bulletin.id)} download aria-label={words.documentOf(bulletin.title)}>
          {words.document}
        </Button>
        {bulletin.canDecide && (
          <>
            <Button aria-label={words.dropOf(bulletin.unit)} onClick={() => setOpen({ kind: 'drop', bulletin })}>
              {all.drop}
            </Button>
            <Button
              type="primary"
              aria-label={words.issueOf(bulletin.unit)}
              onClick={() => setOpen({ kind: 'issue', bulletin })}
            >
              {words.issue}
            </Button>
          </>
        )}
        {bulletin.canAcknowledge && (
          <Button
            type="primary"
            aria-label={all.acknowledgeOf(bulletin.title)}
            onClick={() => setOpen({ kind: 'acknowledge', bulletin })}
          >
            {all.acknowledge}
          </Button>
        )}
      </>
    ),
  });
  return (
    <>
      <OutcomeFilters label={words.filter} states={words.states} filter={filter} onChange={setFilter} />
      <OutcomeList<Bulletin> label={all.tabs.bulletins} empty={words.empty} list={bulletins} line={line} />
      {open && <BulletinDialog {...open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function decision({ state, decidedBy, decidedAt }: Bulletin): string | null {
  if (decidedBy === null || decidedAt === null) return null;
  return words.decided[state === 'dropped' ? 'dropped' : 'issued'](decidedBy, shortTime(decidedAt));
}

function acknowledgement({ acknowledgedBy: by, acknowledgedAt: at }: Bulletin): string | null {
  return by === null || at === null ? null : all.acknowledged(by, shortTime(at));
}
