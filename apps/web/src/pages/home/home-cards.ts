import { casesAddress } from '../../api/figure.js';
import type { HomeCard, HomeCardId } from '../../api/model.js';
import { districtToday, districtYesterday, shortTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';

const words = messages.home;

/** Under which heading a card stands. */
export type HomeSection = keyof typeof words.section;

/** How a card is shown, and the list behind it. */
interface HomeCardLook {
  readonly section: HomeSection;
  readonly path: string | (() => string);
  /** How pressing it is that there are any. */
  readonly tone?: 'red' | 'amber' | 'primary';
  /** What its instant means; nothing is said of it otherwise. */
  readonly soonest?: (at: string) => string;
}

const work = { section: 'work' } as const;
const affairs = { section: 'affairs' } as const;
const district = { section: 'district' } as const;
const system = { section: 'system' } as const;
const { due } = words;

const looks: Readonly<Record<HomeCardId, HomeCardLook>> = {
  todo: { ...work, path: '/inbox/todo', tone: 'primary', soonest: due },
  over: { ...work, path: '/inbox/todo?light=red', tone: 'red' },
  soon: { ...work, path: '/inbox/todo?light=yellow', tone: 'amber', soonest: due },
  fresh: { ...work, path: () => `/inbox/todo?from=${districtYesterday()}` },
  claimable: { ...work, path: '/inbox/claimable', tone: 'primary', soonest: due },
  orders: { ...affairs, path: '/inbox/todo', tone: 'amber', soonest: due },
  'orders-to-claim': { ...affairs, path: '/inbox/claimable', tone: 'amber', soonest: due },
  registered: { ...work, path: '/inbox/registered' },
  offers: { ...work, path: '/mutual-aid', tone: 'primary' },
  helps: { ...work, path: '/mutual-aid?box=mine', tone: 'primary', soonest: due },
  meetings: { ...affairs, path: '/joint-meetings', soonest: words.begins },
  minutes: { ...affairs, path: '/joint-meetings', tone: 'amber', soonest: due },
  topics: { ...affairs, path: '/joint-meetings', tone: 'primary', soonest: due },
  whistles: { ...affairs, path: '/whistles', tone: 'amber', soonest: due },
  bulletins: { ...affairs, path: '/supervisions?tab=bulletins&state=issued', tone: 'amber' },
  talks: { ...affairs, path: '/supervisions?tab=talks&state=held', tone: 'amber' },
  drafts: { ...affairs, path: '/supervisions?tab=bulletins&state=draft', tone: 'primary' },
  supervised: { ...affairs, path: '/supervisions', soonest: due },
  late: { ...district, path: casesAddress({ figure: 'lit', light: 'red' }), tone: 'red' },
  open: { ...district, path: casesAddress({ figure: 'standing' }) },
  received: {
    ...district,
    path: () => casesAddress({ figure: 'cases.received', from: districtToday(), to: districtToday() }),
  },
  incidents: { ...system, path: '/workflows', tone: 'red' },
  undelivered: { ...system, path: '/deliveries?state=failed', tone: 'red' },
  refused: { ...system, path: '/deliveries?state=refused', tone: 'amber' },
  'given-up': { ...system, path: '/dead-letters', tone: 'red' },
  locked: { ...system, path: '/people', tone: 'amber', soonest: words.until },
};

/** A card as it stands on the page. */
export interface ShownCard extends HomeCardLook {
  readonly path: string;
  readonly id: HomeCardId;
  readonly title: string;
  readonly count: number;
  /** What is said below the number. */
  readonly note: string;
}

/**
 * The cards under their headings, in the order in which the server names them; no heading without cards. What seldom
 * happens has a card only while there is something.
 */
export function sectionsOf(cards: readonly HomeCard[]): { section: HomeSection; cards: ShownCard[] }[] {
  const shown = cards.map((card) => ({
    ...looks[card.id],
    path: pathOf(looks[card.id]),
    id: card.id,
    title: words.card[card.id],
    count: card.count,
    note: noteOf(card),
  }));
  return (['work', 'affairs', 'district', 'system'] as const)
    .map((section) => ({ section, cards: shown.filter((card) => card.section === section) }))
    .filter((group) => group.cards.length > 0)
    .map(({ section, cards }) => ({
      section,
      cards: cards.filter(({ count }) => section !== 'affairs' || count > 0),
    }));
}

function pathOf({ path }: HomeCardLook): string {
  return typeof path === 'string' ? path : path();
}

function noteOf({ id, count, today, soonest }: HomeCard): string {
  if (count === 0) return words.clear;
  const told = soonest === null ? undefined : looks[id].soonest?.(shortTime(soonest));
  return [today > 0 && id !== 'received' ? words.today(today) : undefined, told]
    .filter(Boolean)
    .join(messages.marks.phrase);
}
