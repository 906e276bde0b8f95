/** A kind of notice with its words in each language. */
interface LadderNoticeSeed {
  readonly code: 'pressed' | 'bulletin' | 'talk';
  readonly name: string;
  readonly zh: { readonly title: string; readonly body: string };
  readonly en: { readonly title: string; readonly body: string };
}

/** What people are told of the supervision ladder; `{step}` says in Chinese what was done. */
export const ladderNoticeSeeds: readonly LadderNoticeSeed[] = [
  {
    code: 'pressed',
    name: '自动催办、督办',
    zh: { title: '自动催办、督办', body: '{code}“{title}”：{unit}{step}。' },
    en: { title: 'Pressed', body: '{code} "{title}": {unit} is pressed for an answer.' },
  },
  {
    code: 'bulletin',
    name: '通报',
    zh: { title: '通报', body: '{code}“{title}”：{unit}{step}。' },
    en: { title: 'Bulletin', body: '{code} "{title}": there is a bulletin about {unit}.' },
  },
  {
    code: 'talk',
    name: '约谈',
    zh: { title: '约谈', body: '{code}“{title}”：{unit}{step}。' },
    en: { title: 'Talk', body: '{code} "{title}": there is a talk with {unit}.' },
  },
];
