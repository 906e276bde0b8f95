import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Talk } from '../../api/model.js';
import { useTalks } from '../../api/talks.js';
import { dayText, shortTime } from '../../format/time.js';
import { pageWords } from '../../messages/page-words.js';
import { OutcomeFilters, useAskedFilter } from './outcome-filters.js';
import { OutcomeList, type OutcomeLine } from './outcome-list.js';
import { TalkDialog, type TalkDialogKind } from './talk-dialog.js';

const all = pageWords.supervision;
const words = all.talk;
const states = { ...words.states, late: words.late };

/** Talks with heads of units, planned and held, and whether what was found is mended. */
export function TalkList(): ReactElement {
  const [filter, setFilter] = useAskedFilter<Talk['state'] | 'late'>(states);
  const [open, setOpen] = useState<{ readonly kind: TalkDialogKind; readonly talk: Talk }>();
  const talks = useTalks(filter);
  const line = (talk: Talk): OutcomeLine => ({
    heading: words.about(talk.unit, words.causes[talk.cause]),
    state: talk.late ? words.late : words.states[talk.state],
    pressing: talk.late || talk.canAcknowledge || (talk.canConduct && talk.state === 'planned'),
    facts: [
      words.planned(shortTime(talk.plannedAt)),
      talk.state === 'dropped' ? null : words.mendBy(dayText(talk.mendBy)),
      talk.heldBy && talk.heldAt && words.held(talk.heldBy, shortTime(talk.heldAt)),
      talk.acknowledgedBy &&
        talk.acknowledgedAt &&
        all.acknowledged(talk.acknowledgedBy, shortTime(talk.acknowledgedAt)),
      ending(talk),
    ],
    texts: [
      talk.reason,
      talk.attended && words.attended(talk.attended),
      talk.agreed,
      talk.answer && all.answer(talk.answer),
      talk.ending,
    ],
    acts: <Acts talk={talk} onOpen={(kind) => setOpen({ kind, talk })} />,
  });
  return (
    <>
      <OutcomeFilters label={words.filter} states={states} filter={filter} onChange={setFilter} />
      <OutcomeList<Talk> label={all.tabs.talks} empty={words.empty} list={talks} line={line} />
      {open && <TalkDialog {...open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function Acts({ talk, onOpen }: { talk: Talk; onOpen: (kind: TalkDialogKind) => void }): ReactElement {
  const { unit, canConduct, canAcknowledge, state } = talk;
  const planned = canConduct && state === 'planned';
  return (
    <>
      {planned && (
        <Button aria-label={words.dropOf(unit)} onClick={() => onOpen('drop')}>
          {words.drop}
        </Button>
      )}
      {planned && (
        <Button type="primary" aria-label={words.holdOf(unit)} onClick={() => onOpen('hold')}>
          {words.hold}
        </Button>
      )}
      {canConduct && !planned && (
        <Button aria-label={words.mendOf(unit)} onClick={() => onOpen('mend')}>
          {words.mend}
        </Button>
      )}
      {canAcknowledge && (
        <Button type="primary" aria-label={all.acknowledgeOf(unit)} onClick={() => onOpen('acknowledge')}>
          {all.acknowledge}
        </Button>
      )}
    </>
  );
}

function ending({ state, endedBy, endedAt }: Talk): string | null {
  if (endedBy === null || endedAt === null) return null;
  return words.ended[state === 'dropped' ? 'dropped' : 'mended'](endedBy, shortTime(endedAt));
}
