import type { ReactElement } from 'react';
import { PageHeader } from '../../components/page-header.js';
import { pageWords } from '../../messages/page-words.js';
import { NoticePart } from './notice-part.js';
import { WatermarkPart } from './watermark-part.js';

/** What is decided about personal data. */
export function PrivacyPage(): ReactElement {
  return (
    <>
      <PageHeader title={pageWords.privacy.title} hint={pageWords.privacy.hint} />
      <WatermarkPart />
      <NoticePart />
    </>
  );
}
