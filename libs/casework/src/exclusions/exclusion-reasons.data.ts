/** Why a case may be left out of adjusted rates, as a fresh installation has it. */
export const exclusionReasonSeeds: readonly { readonly code: string; readonly name: string }[] = [
  { code: 'outside', name: '不属于职责范围或应通过其他渠道解决' },
  { code: 'court', name: '已进入诉讼、仲裁或复议程序' },
  { code: 'malicious', name: '恶意或虚假诉求' },
  { code: 'policy-limited', name: '受政策限制，已充分解释说明' },
  { code: 'force-majeure', name: '不可抗力' },
  { code: 'repeat', name: '同一事项重复提出且无新情况' },
];
