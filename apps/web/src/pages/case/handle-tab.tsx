import type { ReactElement } from 'react';
import { useAttachments } from '../../api/attachments.js';
import { useFilledForms } from '../../api/forms.js';
import type { Case } from '../../api/model.js';
import { useServiceRecord } from '../../api/service-record.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { messages } from '../../messages/messages.js';
import { AttachmentList } from './attachment-list.js';
import { CaseFacts } from './case-facts.js';
import { CaseText } from './case-text.js';
import { CurrentSteps } from './current-steps.js';
import { FilledForms } from './filled-forms.js';
import { OpinionTimeline } from './opinion-timeline.js';
import { ServiceSection } from './service/service-section.js';
import { SideList } from './side-list.js';
import styles from './handle-tab.module.css';

/** The matter and the opinions side by side, and the acts of the current step at the foot. */
export function HandleTab({ case: it }: { case: Case }): ReactElement {
  // What stands in the middle is waited for, else it would push down what is being read below it.
  const service = useServiceRecord(it.id);
  const files = useAttachments(it.id);
  const forms = useFilledForms(it.id);
  const parts = [service, files, forms];
  if (parts.some(({ isPending }) => isPending)) return <Loading lines={9} />;
  const lost = parts.find(({ data }) => data === undefined);
  return (
    <div className={styles['columns']}>
      <div className={styles['matter']}>
        <div className="sheet">
          <CaseText heading={messages.casePage.content} text={it.text} />
          {it.reply && <CaseText heading={messages.answer.told} text={it.reply} />}
          <CaseFacts key={it.id} case={it} />
        </div>
        {lost && <Failure error={lost.error} onRetry={() => void lost.refetch()} />}
        <ServiceSection case={it} />
        <FilledForms case={it} />
        <AttachmentList case={it} />
        <SideList case={it} />
        <CurrentSteps case={it} />
      </div>
      <OpinionTimeline case={it} />
    </div>
  );
}
