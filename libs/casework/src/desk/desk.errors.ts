import { DomainError } from '@lianban/platform';

/** No saved view has this id, or the asker may not know of it. */
export function inboxViewUnknown(id: string): DomainError {
  return new DomainError({
    code: 'inbox-view-unknown',
    kind: 'not-found',
    message: `No view "${id.slice(0, 80)}" is known to you; expected the id of an own view or of one shared with your unit.`,
  });
}

/** Who sees a view of somebody else may copy it, not change it. */
export function inboxViewNotYours(view: { readonly name: string; readonly owner: string }): DomainError {
  return new DomainError({
    code: 'inbox-view-not-yours',
    kind: 'forbidden',
    message: `The view "${view.name}" belongs to ${view.owner}; save a copy of your own to change it.`,
    details: { by: view.owner },
  });
}

/** Two views of one box that have the same name could not be told apart. */
export function inboxViewNameTaken(name: string): DomainError {
  return new DomainError({
    code: 'inbox-view-name-taken',
    kind: 'conflict',
    message: `You have a view "${name}" of this box already; expected another name.`,
    fields: [{ field: 'name', message: '已有同名视图' }],
  });
}

/** A list that nobody can look through helps nobody. */
export function inboxViewsEnough(most: number): DomainError {
  return new DomainError({
    code: 'inbox-views-enough',
    kind: 'conflict',
    message: `You have ${most} views already; delete one first.`,
  });
}

/** A view is shared by who assigns tasks in the unit and works there. */
export function inboxViewSharingRefused(unit: string): DomainError {
  return new DomainError({
    code: 'inbox-view-sharing-refused',
    kind: 'forbidden',
    message: `You cannot share views with "${unit.slice(0, 64)}"; expected one of your own units in which you assign tasks.`,
  });
}
