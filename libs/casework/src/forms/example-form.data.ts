/** A form that a fresh installation brings, for administrators to look at and to change: an inspection on site. */
export const exampleForm = {
  id: 'site-check',
  name: '现场核查',
  type: 'default',
  schemaVersion: 19,
  components: [
    { type: 'text', id: 'intro', text: '到现场核查后填写；未到现场的，在意见中说明原因。' },
    {
      type: 'datetime',
      id: 'visitedOn',
      key: 'visitedOn',
      label: '核查日期',
      subtype: 'date',
      dateLabel: '核查日期',
    },
    {
      type: 'radio',
      id: 'siteFound',
      key: 'siteFound',
      label: '情况是否属实',
      values: [
        { label: '属实', value: 'true' },
        { label: '部分属实', value: 'partly' },
        { label: '不属实', value: 'false' },
      ],
    },
    {
      type: 'group',
      id: 'damage',
      label: '问题情况',
      conditional: { hide: '=siteFound = null or siteFound = "false"' },
      components: [
        {
          type: 'checklist',
          id: 'siteHazards',
          key: 'siteHazards',
          label: '安全隐患',
          description: '可多选；没有的不选',
          values: [
            { label: '消防', value: 'fire' },
            { label: '用电', value: 'power' },
            { label: '建筑结构', value: 'structure' },
            { label: '燃气', value: 'gas' },
          ],
        },
        {
          type: 'number',
          id: 'siteCost',
          key: 'siteCost',
          label: '预计费用',
          decimalDigits: 2,
          appearance: { suffixAdorner: '元' },
          validate: { min: 0, max: 100_000_000 },
        },
      ],
    },
    { type: 'textarea', id: 'siteNote', key: 'siteNote', label: '现场说明', validate: { maxLength: 1_000 } },
  ],
} as const;
