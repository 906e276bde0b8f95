import { time } from './en.marks.js';
import type { place as chinese } from './zh-CN.place.js';

type Place = typeof chinese;

/** Where units are and when they are open. */
const contact: Place['contact'] = {
  title: 'Address and opening hours',
  none: 'No address, telephone or opening hours yet.',
  edit: 'Edit address and opening hours',
  address: 'Address',
  telephone: 'Telephone',
  telephoneHint: 'The public number of the unit, not a personal one.',
  hours: 'Opening hours',
  workingDays: 'Working days (with make-up days)',
  daysOff: 'Days off and holidays',
  hoursHint: 'Such as 08:30-12:00, 14:00-17:30; closed if left empty.',
  hoursWrong: 'Write 08:30-12:00, with commas between, in order',
  closed: 'Closed',
  calendar: 'Calendar',
  position: 'Place',
  longitude: 'Longitude',
  latitude: 'Latitude',
  positionHint: 'In WGS 84, such as 116.397128 and 39.916527; not on the map if both are empty.',
  positionBoth: 'Enter both longitude and latitude, or neither',
  coordinates: (longitude, latitude) => `${longitude} E, ${latitude} N`,
  reason: 'Grounds',
  done: 'Saved',
  history: 'Changes',
  changed: (at, by, reason) => `${at} ${by || 'as installed'}: ${reason}`,
  poster: 'Print the QR code for the door',
};

/** Stations as residents see them. */
const station: Place['station'] = {
  title: 'Service stations',
  door: 'Find a station near you: address, telephone, opening hours.',
  search: 'Name, address or compound',
  find: 'Find',
  none: 'No station found.',
  more: 'Show more',
  address: 'Address',
  telephone: 'Telephone',
  hours: 'Opening hours',
  noHours: 'Please ask by telephone',
  unknown: 'Not published',
  openNow: 'Open now',
  closedNow: 'Closed now',
  closesAt: (time) => `closes at ${time}`,
  opensToday: (time) => `opens today at ${time}`,
  opensOn: (day, clock) => `opens on ${time.shortDay(day)} at ${clock}`,
  today: 'today',
  todayIs: (working, name) => `${name === null ? '' : `${name}, `}${working ? 'as on working days' : 'as on days off'}`,
  closed: 'Closed',
  receptions: 'Receptions',
  noReceptions: 'No receptions soon.',
  pledges: 'Pledges of this station',
  ask: 'Make a request',
  askHere: (name) => `${name} will take it`,
  all: 'All stations',
  poster: {
    title: 'QR code for the door',
    hint: 'Print it for the door of the station; residents scan it for address, telephone and opening hours, and to make a request',
    scan: 'Scan for opening hours, or to make a request',
    print: 'Print',
    back: 'Back',
  },
};

/** Filters of the list of cases that a link brings along. */
const listedBy: Place['listedBy'] = {
  unit: (name) => `Unit: ${name}`,
  days: (from, to) => `Received ${from} to ${to}`,
  clear: 'Remove this filter',
};

/** Where units are. */
export const place: Place = { contact, listedBy, station };
