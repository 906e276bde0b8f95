/**
 * The zone of the district's calendars, an IANA name. Terms end at an office's closing time, so every time that is
 * shown or picked is the district's, not the computer's. It is known before any page is loaded (`keepTime` in
 * main.tsx) and never changes afterwards.
 */
export let zone: string;

/** Shows and picks all times in this zone. */
export function keepTime(chosen: string): void {
  zone = chosen;
}

/** What the server has written into the page that it sent. */
export function zoneOfPage(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="time-zone"]');
  if (!meta) throw new Error('the page has no <meta name="time-zone"> in its head');
  return meta.content;
}
