import { useState, type ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Numbers } from '../../components/numbers.js';
import { TipCard } from '../../components/tip-card.js';
import { messages } from '../../messages/messages.js';
import { PressButton } from './form/press-button.js';
import { RequestForm } from './request-form.js';
import { ResidentFiles } from './resident-files.js';
import { ResidentFrame } from './resident-frame.js';
import styles from './resident.module.css';

const words = messages.resident;

/** A request without an account, at the station whose code was scanned if one was; ends with the two numbers to keep. */
export function RequestPage(): ReactElement {
  const station = useSearchParams()[0].get('station') ?? '';
  const [receipt, setReceipt] = useState<{ code: string; queryCode: string }>();
  if (!receipt) {
    return (
      <ResidentFrame title={words.file}>
        <RequestForm station={station} onFiled={setReceipt} />
      </ResidentFrame>
    );
  }
  return (
    <ResidentFrame title={words.received}>
      <div className={styles['stack']} role="status">
        <p>{words.keep}</p>
        <Numbers code={receipt.code} queryCode={receipt.queryCode} />
        <p>{words.photos}</p>
        <ResidentFiles {...receipt} />
        <TipCard {...receipt} />
        <PressButton onPress={() => window.print()}>{messages.print.printCard}</PressButton>
        <p>
          <Link to="/public">{words.back}</Link>
        </p>
      </div>
    </ResidentFrame>
  );
}
