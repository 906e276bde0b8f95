import { QRCodeSVG } from '@rc-component/qrcode';
import { useEffect, type ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { messages } from '../messages/messages.js';
import { Seal } from './shell/seal.js';
import styles from './tip-card.module.css';

const words = messages.print;

interface Props {
  readonly code: string;
  readonly queryCode: string;
}

/** What the printer gives a resident while this is shown: the two numbers, and the way to how far it is. */
export function TipCard({ code, queryCode }: Props): ReactElement {
  useEffect(() => {
    document.documentElement.dataset['print'] = 'card';
    return () => {
      delete document.documentElement.dataset['print'];
    };
  }, []);
  const card = (
    <section className={styles['card']} aria-label={words.card}>
      <header className={styles['head']}>
        <Seal size={44} />
        <strong>{words.card}</strong>
        <span>{messages.product.line}</span>
      </header>
      <div className={styles['body']}>
        <dl>
          <dt>{messages.register.code}</dt>
          <dd>{code}</dd>
          <dt>{messages.register.queryCode}</dt>
          <dd>{queryCode}</dd>
        </dl>
        <figure>
          <QRCodeSVG value={progressAddress({ code, queryCode })} size={132} level="M" title={words.scan} />
          <figcaption>{words.scan}</figcaption>
        </figure>
      </div>
      <p>{words.keep}</p>
    </section>
  );
  return createPortal(card, document.body);
}

/** The numbers stand behind the #, which browsers keep to themselves: no log of a server has them. */
function progressAddress(numbers: Props): string {
  return `${window.location.origin}/public/progress#${new URLSearchParams({ ...numbers }).toString()}`;
}
