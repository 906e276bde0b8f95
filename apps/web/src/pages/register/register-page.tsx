import { useState, type ReactElement } from 'react';
import type { RegisteredCase } from '../../api/model.js';
import { PageHeader } from '../../components/page-header.js';
import { messages } from '../../messages/messages.js';
import { RegisterForm } from './register-form.js';
import { RegisterReceipt } from './register-receipt.js';

/** Registers one request after the other: form, receipt, form. */
export function RegisterPage(): ReactElement {
  const [receipt, setReceipt] = useState<RegisteredCase>();
  return (
    <>
      <PageHeader title={messages.register.title} />
      {receipt ? (
        <RegisterReceipt receipt={receipt} onAgain={() => setReceipt(undefined)} />
      ) : (
        <RegisterForm onRegistered={setReceipt} />
      )}
    </>
  );
}
