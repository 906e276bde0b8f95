import type { ClientAddress } from './client.js';

/** What a session was opened with, by names that people know; null: it did not say. */
export interface Device {
  readonly browser: string | null;
  readonly system: string | null;
}

/** The first that fits; browsers name those they descend from, so the descendant comes first. */
const browsers: readonly (readonly [name: string, mark: RegExp])[] = [
  ['WeCom', /wxwork\//iu],
  ['WeChat', /MicroMessenger\//iu],
  ['DingTalk', /DingTalk\//iu],
  ['Edge', /Edge?\/|EdgA\/|EdgiOS\//u],
  ['360', /QihooBrowser|360SE|360EE/u],
  ['Firefox', /Firefox\/|FxiOS\//u],
  ['Opera', /OPR\//u],
  ['Chrome', /Chrome\/|CriOS\/|HeadlessChrome\//u],
  ['Safari', /Safari\//u],
];

const systems: readonly (readonly [name: string, mark: RegExp])[] = [
  ['HarmonyOS', /HarmonyOS|OpenHarmony/u],
  ['Android', /Android/u],
  ['iOS', /iPhone|iPad/u],
  ['Windows', /Windows/u],
  ['macOS', /Mac OS X/u],
  ['UOS', /UOS|uos/u],
  ['Kylin', /Kylin/iu],
  ['Linux', /Linux/u],
];

/** What a client's own description comes down to. */
export function deviceOf({ userAgent = '' }: ClientAddress): Device {
  const nameIn = (known: typeof browsers) => known.find(([, mark]) => mark.test(userAgent))?.[0] ?? null;
  return { browser: nameIn(browsers), system: nameIn(systems) };
}
