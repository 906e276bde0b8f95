import { DomainError } from '@lianban/platform';

/** No unit has this id. */
export function unitUnknown(id: string): DomainError {
  return new DomainError({
    code: 'unit-unknown',
    kind: 'not-found',
    message: `Unit "${id}" does not exist; expected the id of a unit of the organisation tree.`,
    details: { unit: id },
  });
}

/** A unit with this id stands already. */
export function unitExists(id: string): DomainError {
  return new DomainError({
    code: 'unit-exists',
    kind: 'conflict',
    message: `Unit "${id}" exists already; choose another id.`,
    details: { unit: id },
  });
}

/** The id would not fit into a path. */
export function unitIdInvalid(id: string): DomainError {
  return new DomainError({
    code: 'unit-id-invalid',
    kind: 'invalid',
    message: `"${id}" is not a unit id; expected at most 64 lower-case letters, digits and single hyphens, as "station-1-1".`,
    fields: [{ field: 'id', message: 'expected lower-case letters, digits and single hyphens' }],
  });
}

/** The tree would become a circle. */
export function unitInsideItself(id: string, parentId: string): DomainError {
  return new DomainError({
    code: 'unit-inside-itself',
    kind: 'conflict',
    message: `Unit "${id}" cannot move below "${parentId}", which is the unit itself or below it; choose a parent outside.`,
    details: { unit: id, parent: parentId },
  });
}

/** Nobody renders a service that the product cannot do without. */
export function dutyVacant(duty: string, near: string | undefined): DomainError {
  return new DomainError({
    code: 'duty-vacant',
    kind: 'unavailable',
    message: `No unit ${near === undefined ? '' : `beside or above "${near}" `}has the duty "${duty}"; give the duty to one unit.`,
    details: { duty, ...(near !== undefined && { near }) },
  });
}
