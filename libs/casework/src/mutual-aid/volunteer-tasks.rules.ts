/** Property by which a diagram marks the tasks that are for volunteers alone: to take a matter, and to do it. */
const volunteers = 'volunteers';

/** What of a task tells whether it is for volunteers. */
interface Marked {
  readonly properties: Readonly<Record<string, string>>;
}

/** Whether a task is for volunteers: nobody who handles tasks has it, gets it or is told of it. */
export function isForVolunteers({ properties }: Marked): boolean {
  return properties[volunteers] !== undefined;
}

/** Whether by this task a volunteer takes a matter. */
export function isToTake({ properties }: Marked): boolean {
  return properties[volunteers] === 'take';
}

/** Whether in this task a volunteer does what they took. */
export function isToHelp({ properties }: Marked): boolean {
  return properties[volunteers] === 'help';
}
