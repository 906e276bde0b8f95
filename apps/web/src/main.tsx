import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepTime, zoneOfPage } from './format/zone.js';
import { chosenLanguage } from './messages/language.js';
import { speak } from './messages/messages.js';
import { speakWidgets } from './messages/widget-words.js';
import './styles/base.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with id "root"');
void start(root);

/** The application comes after its texts: most of its modules read them when they are loaded. */
async function start(place: HTMLElement): Promise<void> {
  keepTime(zoneOfPage());
  const language = chosenLanguage();
  document.documentElement.lang = language;
  await Promise.all([speak(language), speakWidgets(language)]);
  const { App } = await import('./app.js');
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  // Pickers ask it what day it is; none is open yet.
  void import('./format/picked-time.js');
}
