import type { OpeningHours } from '../contacts/opening.rules.js';
import type { UnitContact } from '../contacts/unit-contact.js';

const office: OpeningHours = {
  calendar: 'working-days',
  workingDays: [
    { from: '08:30', to: '12:00' },
    { from: '14:00', to: '17:30' },
  ],
  daysOff: [],
};

/** Stations are open at noon too, and on the mornings of days off. */
const station: OpeningHours = {
  calendar: 'working-days',
  workingDays: [{ from: '08:30', to: '18:00' }],
  daysOff: [{ from: '09:00', to: '12:00' }],
};

/**
 * Where the demo units are found. All of it is invented: the district lies in the open sea where the equator meets the
 * prime meridian, and no exchange has the area code 0000.
 */
export const demoContacts: Readonly<Record<string, UnitContact>> = {
  district: at('人民路 1 号', '0000-6600001', office, [0.062, 0.041]),

  'street-1': at('河东大街 66 号', '0000-6610000', office, [0.092, 0.038]),
  'station-1-1': at('向阳路 18 号', '0000-6610101', station, [0.08, 0.062]),
  'station-1-2': at('新华街 5 号', '0000-6610102', station, [0.107, 0.056]),
  'station-1-3': at('湖滨路 27 号', '0000-6610103', station, [0.109, 0.024]),
  'station-1-4': at('建设路 132 号', '0000-6610104', station, [0.079, 0.018]),

  'street-2': at('西环路 8 号', '0000-6620000', office, [0.031, 0.043]),
  'station-2-1': at('和平路 40 号', '0000-6620101', station, [0.046, 0.064]),
  'station-2-2': at('红星大街 211 号', '0000-6620102', station, [0.018, 0.061]),
  'station-2-3': at('西环路 96 号', '0000-6620103', station, [0.013, 0.027]),
  'station-2-4': at('民乐巷 3 号', '0000-6620104', station, [0.044, 0.017]),

  'dept-urban': at('人民路 20 号', '0000-6630001', office, [0.066, 0.047]),
  'dept-housing': at('人民路 22 号', '0000-6630002', office, [0.069, 0.043]),
  'dept-hrss': at('人民路 31 号', '0000-6630003', office, [0.068, 0.036]),
  'dept-education': at('学府路 2 号', '0000-6630004', office, [0.057, 0.049]),
  'dept-health': at('学府路 9 号', '0000-6630005', office, [0.055, 0.034]),
};

function at(
  address: string,
  telephone: string,
  hours: OpeningHours,
  [longitude, latitude]: readonly [number, number],
): UnitContact {
  return { address, telephone, hours, position: { longitude, latitude } };
}
