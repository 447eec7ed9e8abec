// Which language the webapps speak: Chinese to a browser that asks for Chinese of whatever kind, English to every other.
// They look for "zh" alone among the languages there are, and where it is not, take the one to fall back on.
export const chinese = /^zh\b/i.test((navigator.languages || [])[0] || navigator.language || '');

export const locales = {
  availableLocales: ['zh-CN', 'en'],
  fallbackLocale: chinese ? 'zh-CN' : 'en'
};

// the name of the house, and of one of its rooms
export const house = (inChinese, inEnglish) => ({ vendor: '闭环', name: chinese ? inChinese : inEnglish });
