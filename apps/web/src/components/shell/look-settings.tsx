import { Segmented } from 'antd';
import { useId, type ReactElement } from 'react';
import { useChosenLook, type Look } from '../../hooks/use-look.js';
import { LanguageChoice } from '../language-choice.js';
import { messages } from '../../messages/messages.js';
import styles from './look-settings.module.css';

const words = messages.look;
const schemes = (['light', 'dark', 'system'] as const).map((value) => ({ value, label: words.schemes[value] }));
const densities = (['comfortable', 'compact'] as const).map((value) => ({ value, label: words.densities[value] }));

/** In which language, for the account; light or dark, comfortable or compact, in this browser. */
export function LookSettings(): ReactElement {
  const [scheme, setScheme] = useChosenLook('scheme');
  const [density, setDensity] = useChosenLook('density');
  const id = useId();
  return (
    <div className={styles['settings']}>
      <span id={`${id}-language`}>{words.language}</span>
      <LanguageChoice labelledBy={`${id}-language`} />
      <span id={`${id}-scheme`}>{words.scheme}</span>
      <Segmented<Look<'scheme'>>
        aria-labelledby={`${id}-scheme`}
        value={scheme}
        onChange={setScheme}
        options={schemes}
      />
      <span id={`${id}-density`}>{words.density}</span>
      <Segmented<Look<'density'>>
        aria-labelledby={`${id}-density`}
        value={density}
        onChange={setDensity}
        options={densities}
      />
    </div>
  );
}
