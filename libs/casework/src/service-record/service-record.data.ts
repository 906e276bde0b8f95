/** How residents are spoken to, as a fresh installation has it. */
export const contactWaySeeds: readonly { readonly code: string; readonly name: string }[] = [
  { code: 'phone', name: '电话' },
  { code: 'window', name: '窗口接待' },
  { code: 'visit', name: '上门' },
  { code: 'message', name: '短信或网络' },
  { code: 'video', name: '视频' },
  { code: 'letter', name: '信函' },
];
