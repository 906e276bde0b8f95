/** How the pages look, as each person chooses. */
export const look = {
  settings: '显示设置',
  scheme: '外观',
  schemes: { system: '跟随系统', light: '浅色', dark: '深色' },
  density: '疏密',
  densities: { comfortable: '舒适', compact: '紧凑' },
};
