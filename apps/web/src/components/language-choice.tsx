import { Segmented } from 'antd';
import type { ReactElement } from 'react';
import { chooseLanguage, languages, type Language } from '../messages/language.js';
import { language, messages } from '../messages/messages.js';

const options = languages.map((value) => ({
  value,
  label: <span lang={value}>{messages.look.languages[value]}</span>,
}));

/** In which language everything is shown; kept in this browser. The page is loaded anew. */
export function LanguageChoice({ labelledBy }: { labelledBy: string }): ReactElement {
  return (
    <Segmented<Language> aria-labelledby={labelledBy} value={language} onChange={chooseLanguage} options={options} />
  );
}
