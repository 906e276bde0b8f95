import type { UseMutationResult } from '@tanstack/react-query';
import { App, Form, type FormInstance, type FormProps } from 'antd';
import { useState } from 'react';
import { showFieldProblems } from '../format/field-problems.js';
import { problemText } from '../format/problem-text.js';

/** What a form sends, and what follows. */
export interface FormAct<Values extends object, Asked, Answer> {
  readonly act: UseMutationResult<Answer, Error, Asked>;
  readonly toAct: (values: Values) => Asked;
  /** Told in passing once it is done. */
  readonly done?: string | undefined;
  readonly onDone: (answer: Answer) => void;
}

/** A form with what became of its last sending. */
export interface SendingForm<Values extends object> {
  readonly form: FormInstance<Values>;
  /** Why it was refused, where no field of the form can tell it; until something is changed. */
  readonly refusal: string | undefined;
  readonly props: FormProps<Values>;
}

/** Sends what a form asks for, not twice at once; a refusal is told at its field or given as one sentence. */
export function useFormAct<Values extends object, Asked, Answer>(
  of: FormAct<Values, Asked, Answer>,
): SendingForm<Values> {
  const { act, toAct, done, onDone } = of;
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [refusal, setRefusal] = useState<string>();
  const onFinish = (values: Values) => {
    if (act.isPending) return;
    setRefusal(undefined);
    act.mutate(toAct(values), {
      onSuccess: (answer) => {
        if (done !== undefined) void message.success(done);
        onDone(answer);
      },
      onError: (error) => setRefusal(showFieldProblems(form, error) ? undefined : problemText(error)),
    });
  };
  const onValuesChange = () => setRefusal(undefined);
  return { form, refusal, props: { form, layout: 'vertical', onFinish, onValuesChange } };
}
