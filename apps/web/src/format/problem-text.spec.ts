import { describe, expect, it } from '@jest/globals';
import { connectionProblem, problemFrom } from '../api/problem.js';
import { fieldText, problemText } from './problem-text.js';

describe('the text of a failure', () => {
  it('says in our words what a known code means, with the facts of the answer', () => {
    const problem = problemFrom(409, { code: 'already-claimed', title: 'conflict', details: { by: '钱国强' } });

    expect(problemText(problem)).toBe('已由 钱国强 签收，请选择其他诉求。');
  });

  it('shows the instant until which sign-in is locked in the time of the district', () => {
    const problem = problemFrom(401, {
      code: 'sign-in-locked',
      title: 'locked',
      details: { lockedUntil: '2020-11-23T02:30:00.000Z' },
    });

    expect(problemText(problem)).toContain('2020-11-23 10:30');
  });

  it('passes on a Chinese sentence of the server, and no other', () => {
    expect(problemText(problemFrom(422, { code: 'x', title: 'x', detail: '附件过大' }))).toBe('附件过大');
    expect(problemText(problemFrom(422, { code: 'x', title: 'x', detail: 'too large' }))).toBe(
      '提交的内容不符合要求，请检查后再试。',
    );
  });

  it('falls back on the status where the body is no problem document', () => {
    expect(problemText(problemFrom(502, '<html>bad gateway</html>'))).toBe('系统暂时不可用，请稍后重试。');
    expect(problemText(connectionProblem())).toBe('连不上服务器，请检查网络后重试。');
  });

  it('never shows English beside a field', () => {
    expect(fieldText('标题不能为空')).toBe('标题不能为空');
    expect(fieldText('is taken')).toBe('填写有误，请检查');
  });
});

describe('reading a problem document', () => {
  it('keeps only well-formed field errors', () => {
    const problem = problemFrom(422, {
      code: 'intake-invalid',
      title: 'x',
      errors: [{ field: 'resident.phone', message: '电话号码格式不正确' }, { field: 3 }, null],
    });

    expect(problem.fields).toEqual([{ field: 'resident.phone', message: '电话号码格式不正确' }]);
  });
});
