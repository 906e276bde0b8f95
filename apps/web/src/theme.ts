import type { ThemeConfig } from 'antd';

/** antd's tokens, darkened where its defaults fail WCAG AA contrast on white. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1554ad',
    colorLink: '#1554ad',
    colorInfo: '#1554ad',
    colorText: '#1c2733',
    colorTextPlaceholder: '#6b7280',
    colorTextDescription: '#595959',
    colorError: '#b01515',
    colorErrorText: '#a8071a',
    colorWarning: '#ad4e00',
    colorWarningText: '#873800',
    colorSuccess: '#1c6b3c',
    colorErrorBg: '#fdf0ef',
    colorErrorBorder: '#e3a29f',
    colorInfoBg: '#eef4fb',
    colorInfoBorder: '#a9c2e4',
    colorWarningBg: '#fdf5e8',
    colorWarningBorder: '#e6c28f',
    colorBorder: '#b9c0c7',
    borderRadius: 4,
    controlHeight: 34,
    controlHeightLG: 46,
    fontFamily: "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif",
  },
  components: { Form: { verticalLabelPadding: '0 0 4px', itemMarginBottom: 24 } },
};

/** The same without motion, for those who have asked for that. */
export const stillTheme: ThemeConfig = { ...theme, token: { ...theme.token, motion: false } };
