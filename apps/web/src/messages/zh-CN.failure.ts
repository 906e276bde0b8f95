/** What the server's facts about a refusal give to a text. */
export interface ProblemWords {
  readonly by: string | undefined;
  readonly unit: string | undefined;
  /** Names, with commas between them. */
  readonly units: string | undefined;
  readonly until: string | undefined;
}

type ProblemText = string | ((words: ProblemWords) => string);

/** What is said when something goes wrong; `byCode` knows the API's stable codes. */
export const failure = {
  title: '暂时打不开',
  connection: '连不上服务器，请检查网络后重试。',
  unavailable: '系统暂时不可用，请稍后重试。',
  forbidden: '您没有查看或办理此内容的权限。',
  notFound: '没有找到此内容，可能编号有误或已被移走。',
  conflict: '内容已被他人更新，请刷新后再试。',
  tooMany: '操作过于频繁，请稍后再试。',
  internal: '系统出错了，已记录，请稍后重试或联系管理员。',
  refused: '提交的内容不符合要求，请检查后再试。',
  field: '填写有误，请检查',
  page: '页面出错了，刷新后再试；如仍出现请联系管理员。',
  noPage: '没有这个页面。',
  home: '回到首页',
  nothing: '当前账号没有可以使用的功能，请联系管理员授权。',
  notYet: '您的岗位所用的功能尚未开放，目前没有可以使用的页面。',
  byCode: {
    'sign-in-failed': '用户名或密码不正确。',
    'sign-in-locked': ({ until }) =>
      until ? `连续多次登录失败，请在 ${until} 之后再试。` : '连续多次登录失败，请稍后再试。',
    'csrf-token-wrong': '登录状态有变化，请再试一次。',
    'cursor-invalid': '列表已更新，请刷新页面。',
    'case-unknown': '没有找到这件诉求，或者您无权查看。',
    'task-unknown': '没有找到这个环节。',
    'task-not-yours': ({ unit }) => (unit ? `此环节由${unit}办理，您不能操作。` : '此环节由其他人员办理，您不能操作。'),
    'already-claimed': ({ by }) => (by ? `已由 ${by} 签收，请选择其他诉求。` : '已被其他同事签收，请选择其他诉求。'),
    'already-decided': ({ by }) => (by ? `此环节已由 ${by} 办理，页面已更新。` : '此环节已经结束，页面已更新。'),
    'not-claimed': '此环节尚未签收，无需释放。',
    'task-not-held': '请先签收此环节，再进行操作。',
    'pause-reason-unknown': '请选择列表中的挂起原因。',
    'already-suspended': '此环节的时限已经挂起，请先恢复。',
    'not-suspended': '此环节的时限没有挂起，无需恢复。',
    'pause-used-up': '此原因的挂起次数已用完，请选择延期。',
    'no-term': '此环节没有办理时限。',
    'term-over': '办理时限已经届满，不能再延期。',
    'extension-used-up': '此环节已经延期，不能再次延期。',
    'return-not-offered': '此环节不能退单。',
    'outcome-needs-act': '请用对应的操作办理。',
    'unit-refused': '不能选择这个单位。',
    'person-refused': '请选择本单位其他承办人。',
    'transfer-refused': '不能转给这个单位，请用退单。',
    'helpers-open': ({ units }) => (units ? `${units}尚未反馈，请等待协办结果。` : '协办单位尚未反馈，请等待。'),
    'no-time-to-assist': '剩余时限不足两个工作日，请先延期。',
    'assist-too-long': '协办时限应比主办时限至少早一个工作日。',
    'asked-already': '已请这个单位协办，正在等待反馈。',
    'supervised-already': '对这个单位的督办尚未销号。',
    'no-unit-to-answer': '没有正在办理的单位，请选择被督办单位。',
    'no-issuer': '您不在可以审核督办答复的单位。',
    'trigger-unknown': '请选择列表中的督办事由。',
    'reopen-refused': '不能重新办理：已超过十四日，或已经重新办理过。',
    'reopening-not-yours': '只有登记人、负责人或督办人员可以重新办理。',
    'own-work': '您办理过这件诉求，应由其他人回访。',
    'not-a-callback': '请在回访环节记录评价。',
    'topics-not-queued': '有议题已被列入其他会议或已结束，请刷新后重选。',
    'topic-not-open': '这个议题已经议定或结束。',
    'meeting-unknown': '没有找到这次会议。',
    'clock-of-others': '协办和督办的答复期限由提出单位确定，不能挂起或延期。',
    'rated-enough': '评价次数已用完。',
    'not-closed': '结案后才能评价。',
    'supplemented-enough': '补充次数已用完，请联系工作站。',
    'urged-today': '今天已经催办过，请明天再催办。',
    'urged-enough': '这件诉求已催办三次，请提请督办。',
    'case-ended': '这件诉求已经结束。',
    'withdrawal-not-yours': '只有登记人或首接单位负责人可以撤回。',
    'outcome-unknown': '流程中没有这个办理结果，请刷新后再试。',
    'source-known': '这条来源记录已经登记过，没有重复登记。',
    'idempotency-key-reused': '提交重复，请刷新页面后再试。',
    'permission-missing': '您没有查看或办理此内容的权限。',
    'outside-scope': '此内容不在您的管辖范围内。',
    'unit-unknown': '没有找到这个单位。',
  } as Readonly<Record<string, ProblemText>>,
};
