import { Segmented } from 'antd';
import type { ReactElement } from 'react';
import { useChangePreferences } from '../api/preferences.js';
import { languages, showLanguage, type Language } from '../messages/language.js';
import { language, messages } from '../messages/messages.js';

const options = languages.map((value) => ({
  value,
  label: <span lang={value}>{messages.look.languages[value]}</span>,
}));

/** In which language everything is shown; kept for the account. The page is loaded anew. */
export function LanguageChoice({ labelledBy }: { labelledBy: string }): ReactElement {
  const { mutate } = useChangePreferences();
  // This browser shows it even where the account could not be told.
  const choose = (chosen: Language) => mutate({ language: { chosen } }, { onSettled: () => showLanguage(chosen) });
  return <Segmented<Language> aria-labelledby={labelledBy} value={language} onChange={choose} options={options} />;
}
