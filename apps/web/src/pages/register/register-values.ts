import type { NewCase } from '../../api/model.js';

/** What the form holds; untouched optional fields are missing or empty. */
export interface RegisterValues {
  readonly title: string;
  readonly text: string;
  readonly channel: string;
  /** Code of a campaign. */
  readonly campaign?: string;
  readonly category?: string;
  /** What the resident comes with. */
  readonly kind?: string;
  readonly address?: string;
  readonly station?: string;
  /** The unit that is complained of. */
  readonly about?: string;
  /** The official who is complained of, by account. */
  readonly aboutPerson?: string;
  /** Who steps aside where an official is named. */
  readonly aside?: 'person' | 'unit';
  readonly resident?: { readonly name?: string; readonly phone?: string; readonly smsConsent?: boolean };
  readonly anonymous?: boolean;
  readonly urgency: 'normal' | 'urgent';
  /** Whether the matter is a long-standing one, and then since when and why. */
  readonly historic?: { readonly marked?: boolean; readonly since?: string; readonly reason?: string };
  /** The open case of the same matter, by id. */
  readonly repeats?: string;
  /** Who received the resident, where that was at a reception. */
  readonly receivedBy?: string;
}

/** The request body: trimmed, without the optional fields that were left empty. */
export function newCaseFrom(values: RegisterValues): NewCase {
  const { category, kind, station, urgency, channel, campaign } = values;
  const address = values.address?.trim();
  return {
    title: values.title.trim(),
    text: values.text.trim(),
    channel,
    urgency,
    ...(category && { category }),
    ...(kind && { kind }),
    ...(campaign && { campaign }),
    ...(address && { address }),
    ...(station && { station }),
    ...(values.repeats && { repeats: values.repeats }),
    ...historicOf(values.historic),
    ...complaintOf(values),
    ...(values.anonymous ? { anonymous: true } : { resident: residentFrom(values.resident) }),
  };
}

function historicOf({ marked, since = '', reason = '' }: RegisterValues['historic'] = {}): Pick<NewCase, 'historic'> {
  return marked ? { historic: { since: since.trim(), reason: reason.trim() } } : {};
}

function residentFrom(resident: RegisterValues['resident'] = {}): NonNullable<NewCase['resident']> {
  const phone = resident.phone?.replace(/[\s-]/g, '') ?? '';
  return {
    name: resident.name?.trim() ?? '',
    ...(phone && { phone }),
    ...(resident.smsConsent && { smsConsent: true }),
  };
}

/** Whom it is about: the unit, unless only one of its people is to step aside. */
function complaintOf({ about, aboutPerson, aside }: RegisterValues): Pick<NewCase, 'about' | 'aboutPerson'> {
  if (!about) return {};
  if (!aboutPerson) return { about };
  return { aboutPerson, ...(aside === 'unit' && { about }) };
}
