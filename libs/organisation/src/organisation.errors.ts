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

/** A unit of this kind does not lie below such a parent. */
export function unitMisplaced(
  kind: string,
  parent: { readonly id: string; readonly kind: string },
  parents: readonly string[],
): DomainError {
  const expected = parents.length > 0 ? `expected a ${parents.join(' or ')}` : 'it lies below no unit';
  return new DomainError({
    code: 'unit-misplaced',
    kind: 'unprocessable',
    message: `A ${kind} cannot lie below "${parent.id}", which is a ${parent.kind}: ${expected}; choose another parent.`,
    details: { parents },
    fields: [{ field: 'parent', message: '上级单位的类别不符：工作站属于街道，街道、部门和办公室属于区' }],
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

/** The unit cannot change like that. */
export function unitChangeRefused(field: 'unit' | 'after', why: string, said: string): DomainError {
  return new DomainError({
    code: 'unit-change-refused',
    kind: 'unprocessable',
    message: `The unit cannot change like that, "${field}": ${why}.`,
    fields: [{ field, message: said }],
  });
}

/** Something is open with a unit that is to end without a successor. */
export function unitInUse(
  id: string,
  things: readonly { readonly what: string; readonly count: number }[],
): DomainError {
  return new DomainError({
    code: 'unit-in-use',
    kind: 'conflict',
    message: `Unit "${id}" cannot end without a successor: ${things.map(({ what, count }) => `${count} ${what}`).join(', ')} are still open; name the unit that goes on with them.`,
    details: { things },
  });
}

/** No change of the unit is still to come. */
export function unitChangeUnknown(id: string): DomainError {
  return new DomainError({
    code: 'unit-change-unknown',
    kind: 'not-found',
    message: `No change of unit "${id.slice(0, 64)}" is still to come; one that holds stays.`,
  });
}

/** No station that stands has this id. */
export function stationUnknown(id: string): DomainError {
  return new DomainError({
    code: 'station-unknown',
    kind: 'not-found',
    message: `No station "${id.slice(0, 64)}" stands; expected the id of one of the public list of stations.`,
  });
}

/** Somebody else decided the address and hours of the unit meanwhile. */
export function unitContactChanged(id: string, by: string): DomainError {
  return new DomainError({
    code: 'unit-contact-changed',
    kind: 'conflict',
    message: `Address and hours of unit "${id}" were changed by ${by} meanwhile; reload them and edit those.`,
    details: { by },
  });
}

/** Opening hours are told by a calendar of the installation only. */
export function hoursCalendarUnknown(id: string, known: readonly string[]): DomainError {
  return new DomainError({
    code: 'hours-calendar-unknown',
    kind: 'unprocessable',
    message: `No calendar "${id.slice(0, 40)}" exists to tell working days by; expected one of ${known.join(', ')}.`,
    fields: [{ field: 'hours.calendar', message: '请选择工作日历' }],
    details: { known },
  });
}
