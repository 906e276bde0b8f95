/** The languages of the web, with the first as what is shown to who chose none. */
export const languages = ['zh-CN', 'en'] as const;

/** One of them, as `lang` attributes name it. */
export type Language = (typeof languages)[number];

const key = 'lianban.language';
const chosenKey = 'lianban.language-chosen';

/** What this browser's user has chosen. */
export function chosenLanguage(): Language {
  const kept = keptLanguage();
  return languages.find((language) => language === kept) ?? languages[0];
}

/** Shows everything in another language from now on. The page is loaded anew: only one language's texts are there. */
export function showLanguage(language: Language): void {
  localStorage.setItem(key, language);
  window.location.reload();
}

/** As {@link showLanguage}, where nobody is signed in: who then signs in has chosen it. */
export function chooseLanguage(language: Language): void {
  sessionStorage.setItem(chosenKey, language);
  showLanguage(language);
}

/** What was chosen here before anybody signed in; asked once. */
export function takeChosen(): Language | undefined {
  const chosen = sessionStorage.getItem(chosenKey);
  sessionStorage.removeItem(chosenKey);
  return languages.find((language) => language === chosen);
}

function keptLanguage(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // a browser that keeps nothing
  }
}
