import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { usePreferences } from '../api/preferences.js';
import { characterOf, meaningOf } from './key-press.js';
import { keys, type Key, type KeyId } from './keys.js';
import { goToSearch, isInList, moveInList, placesHere, press, takesKeys } from './on-page.js';

/** How long the first of two keys waits for the second, in milliseconds. */
const patience = 1_500;

const addresses: Partial<Record<KeyId, string>> = {
  home: '/',
  todo: '/inbox/todo',
  claimable: '/inbox/claimable',
  done: '/inbox/done',
  cases: '/cases',
  register: '/cases/new',
  notices: '/notices',
  settings: '/settings',
};

const arrows: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/** Single keys as commands, for who has not switched them off (WCAG 2.1.4). Tells whether the help is asked for. */
export function useKeyboard(): { readonly helps: boolean; readonly endHelp: () => void } {
  const enabled = usePreferences()?.keyboard.enabled ?? false;
  const navigate = useNavigate();
  const [helps, setHelps] = useState(false);
  useEffect(() => {
    if (!enabled) return;
    let before: { readonly typed: string; readonly at: number } | undefined;
    const act = (key: Key, shift: boolean): boolean => {
      const address = addresses[key.id];
      if (address !== undefined) void navigate(address);
      else if (key.id === 'help') setHelps(true);
      else if (key.id === 'search') return goToSearch();
      else if (key.id === 'down' || key.id === 'up') moveInList(key.id === 'down' ? 1 : -1);
      else return key.id !== 'open' && press(key, shift); // a line that has the focus opens by itself
      return true;
    };
    const onKey = (event: KeyboardEvent) => {
      const character = characterOf(event);
      if (event.defaultPrevented || character === undefined || takesKeys(event.target)) return;
      const arrow = isInList(event.target) ? arrows[character] : undefined;
      if (arrow !== undefined) {
        event.preventDefault();
        return moveInList(arrow);
      }
      const here = placesHere();
      const known = keys.filter(({ place }) => here.has(place));
      const recent = before && event.timeStamp - before.at < patience ? before.typed : undefined;
      const { meant, begun } = meaningOf(known, character, recent);
      before = begun === undefined ? undefined : { typed: begun, at: event.timeStamp };
      if (meant.some((key) => act(key, event.shiftKey))) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [enabled, navigate]);
  return { helps, endHelp: () => setHelps(false) };
}
