// Words that the webapps and the libraries below them have in no list of words. What people wrote is left as it is: only these places are looked at.
import { chinese } from './language.js';
import { withLibrary } from './form-library.js';

// The webapps would fetch their words while they draw, show the names of words until they have them, and keep those of the last visit for the next.
// Here they have today's in the place where they look first.
const base = document.querySelector('base');
const words = `${base.getAttribute('app-root')}/app/${base.getAttribute('app-name')}/locales/`;
const language = chinese ? 'zh-CN' : 'en';
try {
  const answer = await fetch(`${words}${language}.json`, { cache: 'no-cache' });
  if (answer.ok) {
    const kept = JSON.parse(localStorage.getItem('camunda-web') || '{}');
    localStorage.setItem('camunda-web', JSON.stringify({ ...kept, [`${words}_locales_data_${language}_${self.bust}`]: await answer.text() }));
  }
}
catch (unreachable) {
  // they ask for themselves
}

const MONTHS = [...Array(12).keys()].map(month => `${month + 1}月`);
const DAYS = ['日', '一', '二', '三', '四', '五', '六'];
const ATTRIBUTES = ['title', 'placeholder', 'aria-label'];

const WORDS = [
  [/^Search$/, '查找'], [/^Skip to search$/, '跳到查找'], [/^Select$/, '请选择'], [/^Add new$/, '再加一条'], [/^Collapse$/, '收起'],
  [/^Expand all \((\d+)\)$/, '全部展开（$1 条）'], [/^No results$/, '没有找到'], [/^All values selected$/, '已全部选择'],
  [/^Remove tag$/, '去掉'], [/^Remove list item (\d+)$/, '去掉第 $1 条'],
  [/^yyyy\/mm\/dd$/, '年/月/日，如 2023/9/11'], [/^hh:mm( \?m)?$/, '时:分，如 08:30'],
  [/^Increment$/, '加一'], [/^Decrement$/, '减一'], [/^Previous page$/, '上一页'], [/^Next page$/, '下一页'], [/^of$/, '/'],
  [/^zoom in$/i, '放大'], [/^zoom out$/i, '缩小'], [/^reset zoom$/i, '恢复大小'], [/^Toggle this section$/, '展开或收起'], [/^Select all$/, '全选'],
  [/^Actions$/, '操作'], [/^When$/, '当'], [/^And$/, '且'], [/^Then$/, '则'], [/^Annotations?$/, '备注'], [/^Hit policy:$/, '命中策略：'],
  [/^Collect$/, '全部符合的（Collect）'], [/^Unique$/, '唯一（Unique）'], [/^First$/, '第一个（First）'], [/^(string|String)$/, '文字'],
  [/^(integer|Integer)$/, '整数'], [/^(boolean|Boolean)$/, '是否'], [/^(date|Date)$/, '日期'],
  [/^Year$/, '年'], [/^Month$/, '月'], [/^Hour$/, '时'], [/^Minute$/, '分']
];

// where the libraries write words of their own as text
const OWN_TEXT = '.fjs-select-placeholder, .fjs-select-display, .fjs-taglist-skip-link, .fjs-repeat-render-add, .fjs-repeat-render-collapse, '
  + '.fjs-dropdownlist-empty, .tooltip-inner, .cam-table thead td, .dmn-decision-table-container thead, .decision-table-properties';
const PLACES = '.fjs-container, [cam-widget-bpmn-viewer], .cam-table thead, [cam-widget-dmn-viewer], .process-diagram-wrapper, .tooltip';

const inChinese = words => {
  const [pattern, instead] = WORDS.find(([one]) => one.test(words.trim())) || [];
  return pattern ? words.trim().replace(pattern, instead) : undefined;
};

const attributes = element => ATTRIBUTES.forEach(name => {
  const instead = element.hasAttribute(name) && inChinese(element.getAttribute(name));
  if (instead) {
    element.setAttribute(name, instead);
  }
});

const text = node => {
  const instead = node.parentElement?.closest(OWN_TEXT) && inChinese(node.data);
  if (instead) {
    node.data = instead;
  }
};

const speak = node => {
  if (node.nodeType === Node.TEXT_NODE) {
    text(node);
  }
  else if (node.nodeType === Node.ELEMENT_NODE) {
    const all = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let one = all.currentNode; one; one = all.nextNode()) {
      one.nodeType === Node.TEXT_NODE ? text(one) : attributes(one);
    }
  }
};

const inPlace = node => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(PLACES);

// the forms are Chinese whatever the browser asks for, and so is what stands in them
new MutationObserver(changes => changes.forEach(({ type, target, addedNodes }) => {
  if (type === 'attributes' || type === 'characterData') {
    if (inPlace(target)) {
      target.nodeType === Node.TEXT_NODE ? text(target) : attributes(target);
    }
    return;
  }
  addedNodes.forEach(node => {
    if (inPlace(node)) {
      speak(node);
    }
    else if (node.nodeType === Node.ELEMENT_NODE) {
      node.querySelectorAll(PLACES).forEach(speak);
    }
  });
})).observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });

// the calendar below a form's date
withLibrary('monthAriaLabel:"Month"', calendar => {
  const own = calendar.default || calendar;
  own.localize?.({
    months: { shorthand: MONTHS, longhand: MONTHS },
    weekdays: { shorthand: DAYS, longhand: DAYS.map(day => `星期${day}`) },
    firstDayOfWeek: 1,
    ordinal: () => '',
    rangeSeparator: ' 至 ',
    weekAbbreviation: '周',
    scrollTitle: '滚动可增减',
    toggleTitle: '点击可切换',
    yearAriaLabel: '年',
    monthAriaLabel: '月',
    hourAriaLabel: '时',
    minuteAriaLabel: '分',
    time_24hr: true
  });
});

// the webapps' own calendar and dates
if (chinese) {
  document.documentElement.lang = 'zh-CN';
  self.angular.module('ng').run(['$locale', '$injector', ($locale, $injector) => {
    Object.assign($locale.DATETIME_FORMATS, {
      MONTH: MONTHS, STANDALONEMONTH: MONTHS, SHORTMONTH: MONTHS, DAY: DAYS.map(day => `星期${day}`), SHORTDAY: DAYS.map(day => `周${day}`),
      AMPMS: ['上午', '下午']
    });
    const change = (name, words) => $injector.has(name) && Object.assign($injector.get(name), words);
    change('uibDatepickerConfig', { formatDayTitle: 'yyyy年M月', formatMonthTitle: 'yyyy年', formatMonth: 'M月', startingDay: 1 });
    change('uibDatepickerPopupConfig', { currentText: '今天', clearText: '清除', closeText: '关闭' });
  }]);
}

export default {
  id: 'bihuan.house-words',
  pluginPoint: 'none',
  render: () => {}
};
