import type { Deployment } from '../day/district.js';
import type { CaseRecord } from './case-record.js';
import type { Term } from './term-end.js';

/** Working days of every supervision order: of those that are given here, and of those of the ladder as it is shipped. */
export const orderDays = 5;

/** The term of a task of a case by the timer that ends it; undefined where none is known. */
export type TermOf = (record: Pick<CaseRecord, 'urgency' | 'kind' | 'category'>, dueEvent: string) => Term | undefined;

/** Terms as the diagrams draw them; those that they compute are given here a second time, by the class of the request. */
export function termsOf(workflows: readonly Deployment[]): TermOf {
  const drawn = drawnTerms(workflows);
  return (record, dueEvent) => classTerms(record)[dueEvent] ?? drawn.get(dueEvent);
}

/** As the README of the case's diagram has it. */
function classTerms({ urgency, kind, category }: Parameters<TermOf>[0]): Readonly<Record<string, Term>> {
  const common = { 'department-due': working(15), 'supervision-due': working(orderDays) };
  if (urgency === 'urgent') {
    const first: Term = { unit: 'hours', amount: category?.startsWith('utilities') ? 2 : 1 };
    return { ...common, 'station-due': first, 'street-due': first, 'department-due': { unit: 'hours', amount: 24 } };
  }
  if (kind === 'consult') return { ...common, 'station-due': working(1), 'street-due': working(1) };
  const general = { ...common, 'station-due': working(3), 'street-due': working(2) };
  return kind === 'backlog' ? { ...general, 'department-due': { unit: 'civil-days', amount: 60 } } : general;
}

function working(amount: number): Term {
  return { unit: 'working-days', amount };
}

const dueTimer =
  /<bpmn:boundaryEvent id="([^"]+)"[^>]*lianban:term="due"[^>]*>(?:(?!<\/bpmn:boundaryEvent>)[\s\S])*?>P(\d+)D<\/bpmn:timeDuration>/gu;

/** Fixed terms in working days by the timer that ends them, read from the text of the diagrams. */
function drawnTerms(workflows: readonly Deployment[]): ReadonlyMap<string, Term> {
  const texts = workflows.flatMap((files) => files.map(({ content }) => content));
  return new Map(
    texts.flatMap((text) =>
      [...text.matchAll(dueTimer)].map(([, event = '', days]) => [event, working(Number(days))] as const),
    ),
  );
}
