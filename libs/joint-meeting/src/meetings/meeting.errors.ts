import { DomainError } from '@lianban/platform';

/** No such meeting, or none that the asker may know of. */
export function meetingUnknown(id: string): DomainError {
  return new DomainError({
    code: 'meeting-unknown',
    kind: 'not-found',
    message: `No meeting "${id.slice(0, 80)}" is known to you; expected the id of a meeting from the list.`,
  });
}

/** Some of the topics do not wait any more: another meeting has them, or they are over. */
export function topicsNotQueued(wanted: number, found: number): DomainError {
  return new DomainError({
    code: 'topics-not-queued',
    kind: 'conflict',
    message: `Of ${wanted} topics ${found} wait in the queue; reload the queue and choose again.`,
  });
}

/** One topic complains of a unit that another one is about. */
export function complaintNotApart(mixed: {
  readonly complaint: string;
  readonly matter: string;
  readonly unit: string;
}): DomainError {
  const { complaint, matter, unit } = mixed;
  return new DomainError({
    code: 'complaint-not-apart',
    kind: 'conflict',
    message: `${complaint} complains of "${unit.slice(0, 64)}", which ${matter} is about; call them apart, each on a meeting of its own.`,
    details: mixed,
    fields: [{ field: 'topics', message: `${complaint} 反映${unit}，${matter} 涉及${unit}，请分开召开会议` }],
  });
}

/** The topic is not one that this meeting has still to decide. */
export function topicNotOpen(state: string | undefined): DomainError {
  return new DomainError({
    code: 'topic-not-open',
    kind: 'conflict',
    message: `The topic is ${state ?? 'not on the agenda of this meeting'}; only what is scheduled can be decided.`,
    details: { state },
  });
}
