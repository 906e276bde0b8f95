import type { PrivacyNotice, Watermark } from './privacy-settings.js';

/** A fresh installation marks both, as identities that leaked elsewhere could be traced to nobody. */
export const watermarkSeed: Watermark = { pages: true, exports: true };

/** The notice of a fresh installation. */
export const privacyNoticeSeed: PrivacyNotice = {
  zh: [
    '处理者：受理和承办这件事的单位。目的：办理、与您联系、回访。范围：您填写的姓名、电话、地址和内容。',
    '依据：《个人信息保护法》第十三条、第三十五条，为履行法定职责所必需；不用于其他用途，不向无关单位提供。',
    '工作人员平时看到的是隐去部分内容的信息；查看完整信息要说明理由并留下记录。',
    '您可以选择不留姓名和电话；也可以凭编号和查询码，向受理的工作站要求查阅、更正或删除。',
  ].join('\n'),
  en: [
    'Who uses it: the units that take the request and handle it. What for: to handle it, to contact you, to call you back. What: the name, number, address and text that you enter.',
    'On what grounds: articles 13 and 35 of the Personal Information Protection Law, as statutory duties need it; for nothing else, and no other unit gets it.',
    'Staff usually see it partly hidden; who looks at all of it has to say why, which is recorded.',
    'You need not leave a name and a number; and with the case number and the query code you can ask the station to show, correct or delete them.',
  ].join('\n'),
};
