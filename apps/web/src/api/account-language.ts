import { showLanguage, takeChosen, type Language } from '../messages/language.js';
import { language } from '../messages/messages.js';
import { client, unwrap } from './client.js';

/**
 * Brings the language of this browser and of the account that has just signed in together: what was chosen at the door
 * is kept for the account, else what the account has is shown. That it could not be asked keeps nobody out.
 */
export async function meetAccountLanguage(): Promise<void> {
  const chosen = takeChosen();
  try {
    if (chosen) await keepLanguage(chosen);
    else {
      const { language: kept } = await unwrap(client.GET('/api/v1/me/preferences'));
      if (kept.chosen && kept.chosen !== language) showLanguage(kept.chosen);
    }
  } catch {
    // the browser's language does until the next sign-in
  }
}

async function keepLanguage(chosen: Language): Promise<void> {
  await unwrap(client.PATCH('/api/v1/me/preferences', { body: { language: { chosen } } }));
}
