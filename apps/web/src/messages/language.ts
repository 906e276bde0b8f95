/** The languages of the web, with the first as what is shown to who chose none. */
export const languages = ['zh-CN', 'en'] as const;

/** One of them, as `lang` attributes name it. */
export type Language = (typeof languages)[number];

const key = 'lianban.language';

/** What this browser's user has chosen. */
export function chosenLanguage(): Language {
  const kept = keptLanguage();
  return languages.find((language) => language === kept) ?? languages[0];
}

/** Shows everything in another language from now on. The page is loaded anew: only one language's texts are there. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(key, language);
  window.location.reload();
}

function keptLanguage(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // a browser that keeps nothing
  }
}
