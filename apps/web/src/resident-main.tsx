import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepTime, zoneOfPage } from './format/zone.js';
import { chosenLanguage } from './messages/language.js';
import { speak } from './messages/messages.js';
import './styles/base.css';

const root = document.getElementById('root');
if (!root) throw new Error('resident.html has no element with id "root"');
void start(root);

/** The application comes after its texts: most of its modules read them when they are loaded. */
async function start(place: HTMLElement): Promise<void> {
  keepTime(zoneOfPage());
  const language = chosenLanguage();
  document.documentElement.lang = language;
  await speak(language);
  const { ResidentApp } = await import('./resident-app.js');
  createRoot(place).render(
    <StrictMode>
      <ResidentApp />
    </StrictMode>,
  );
}
