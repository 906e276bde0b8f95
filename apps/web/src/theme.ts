import { theme as antd, type ThemeConfig } from 'antd';

type Tokens = NonNullable<ThemeConfig['token']>;

/** Which of the themes. */
export interface ThemeChoice {
  readonly dark: boolean;
  readonly compact: boolean;
  /** Without motion, for those who have asked their system for that. */
  readonly still: boolean;
}

/** antd's tokens, darkened where its defaults fail WCAG AA contrast on white. The variables of styles/base.css go with them. */
const light: Tokens = {
  colorPrimary: '#1554ad',
  colorLink: '#1554ad',
  colorLinkHover: '#0f4288', // antd's own is too light to be read
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
  colorSuccessBg: '#eef7f0',
  colorSuccessBorder: '#a9d3b5',
  colorBorder: '#b9c0c7',
};

/** The same for dark: colours are light enough to be text, so what stands on a filled one is dark. */
const dark: Tokens = {
  colorPrimary: '#7db0f5',
  colorPrimaryHover: '#9cc3f8',
  colorPrimaryActive: '#629bea',
  colorLink: '#7db0f5',
  colorLinkHover: '#9cc3f8',
  colorInfo: '#7db0f5',
  colorText: '#e6eaee',
  colorTextPlaceholder: '#98a3ae',
  colorTextDescription: '#b4bec8',
  colorTextLightSolid: '#0d1b2a',
  colorError: '#ff9a94',
  colorErrorHover: '#ffb3ae',
  colorErrorText: '#ff9a94',
  colorWarning: '#f0b265',
  colorWarningText: '#f0b265',
  colorSuccess: '#7ccf9a',
  colorErrorBg: '#431f1f',
  colorErrorBorder: '#7d3a38',
  colorInfoBg: '#1d2f47',
  colorInfoBorder: '#36506f',
  colorWarningBg: '#3a2b15',
  colorWarningBorder: '#6d5228',
  colorSuccessBg: '#1a3324',
  colorSuccessBorder: '#3a6b4c',
  colorBgBase: '#1b2129',
  colorBgContainer: '#1b2129',
  colorBgElevated: '#252c35',
  colorBgLayout: '#12171d',
  colorBgSpotlight: '#3a4552',
  colorBorder: '#56616d',
};

const comfortable: Tokens = { controlHeight: 34, controlHeightLG: 46 };
const compact: Tokens = { controlHeight: 28, controlHeightLG: 36, sizeStep: 3 };

const shared: Tokens = {
  borderRadius: 4,
  fontFamily: "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif",
};

/** The theme for antd's components. */
export function themeFor(choice: ThemeChoice): ThemeConfig {
  return {
    algorithm: choice.dark ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      ...shared,
      ...(choice.dark ? dark : light),
      ...(choice.compact ? compact : comfortable),
      ...(choice.still && { motion: false }),
    },
    components: {
      Form: { verticalLabelPadding: '0 0 4px', itemMarginBottom: choice.compact ? 16 : 24 },
      // Their ground is dark in both.
      Tooltip: { colorTextLightSolid: '#ffffff' },
      Button: { defaultGhostColor: '#ffffff', defaultGhostBorderColor: '#ffffff' },
    },
  };
}
