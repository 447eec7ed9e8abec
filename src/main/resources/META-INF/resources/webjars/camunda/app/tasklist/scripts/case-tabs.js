// The tabs 成果, 时钟 and 流程图 of a task: parts of the outcome's own page, as its reader may see it, in a shadow of their own.
import { element } from './page.js';
import { ask } from './platform.js';

const HOUSE = '/bihuan.css';
const DIAGRAMS = ['/webjars/bpmn-js/8.0.0/dist/bpmn-navigated-viewer.production.min.js', '/outcome.js'];

const style = `
:host { display: block; padding: 12px 2px; background: none; min-height: 0; }
main { max-width: none; margin: 0; padding: 0; }
.soft.to-page { text-align: right; }
`;

const text = async address => {
  const answer = await fetch(address, { credentials: 'same-origin' });
  if (!answer.ok) {
    throw new Error(answer.status);
  }
  return answer.text();
};

// the style sheet is the page's: what it says of the page itself is said here of the shadow
const house = () => text(HOUSE).then(css => css.replace(/:root|\bhtml\b|(^|[\s,}])body(?=[\s,{])/g, (found, before) => `${before || ''}:host`));

const loaded = new Map();

const load = address => {
  if (!loaded.has(address)) {
    loaded.set(address, new Promise((resolve, reject) => {
      const script = element('script', undefined, { src: address });
      script.addEventListener('load', resolve);
      script.addEventListener('error', reject);
      document.head.append(script);
    }));
  }
  return loaded.get(address);
};

// a heading with what belongs to it
const section = (page, id) => {
  const heading = page.getElementById(id);
  const found = heading ? [heading] : [];
  for (let next = heading?.nextElementSibling; next && next.tagName !== 'H2'; next = next.nextElementSibling) {
    found.push(next);
  }
  return found;
};

const glance = (page, { number }) => {
  const own = page.getElementById(number);
  page.querySelectorAll('details.unfold').forEach(one => one.setAttribute('open', ''));
  return [page.querySelector('dl.facts'), ...(own ? [own] : []), ...section(page, 'says'), ...section(page, 'instructions'),
    ...section(page, 'steps'), ...(own ? [] : section(page, 'assignments'))];
};

const clocks = (page, { number, due, words }) => {
  const own = page.getElementById(number);
  const now = element('p', undefined, { class: 'card' });
  now.append(element('b', due ? `这项任务 ${due} 到期` : '这项任务没有期限'), words ? `：${words}。` : '');
  const parts = [...(own?.querySelectorAll('dl.clock, details.long') || [])];
  parts.filter(one => one.tagName === 'DETAILS').forEach(one => one.setAttribute('open', ''));
  if (!parts.length) {
    return [now];
  }
  const card = element('div', undefined, { class: 'card' });
  card.append(element('h3', `交办件 ${number}`), ...parts);
  return [now, card];
};

const diagram = page => section(page, 'diagram').filter(one => one.tagName === 'H2' || one.classList.contains('diagram'));

async function show(node, taskId, choose, none, drawn = async () => {}) {
  const shadow = node.shadowRoot || node.attachShadow({ mode: 'open' });
  const say = words => shadow.replaceChildren(element('p', words));
  say('正在读取…');
  const desk = await ask(`/desk?task=${encodeURIComponent(taskId)}`, null);
  if (!desk?.card?.outcome) {
    say(none);
    return;
  }
  const address = `/outcomes/${encodeURIComponent(desk.card.outcome)}`;
  try {
    const [css, html] = await Promise.all([house(), text(address)]);
    const page = new DOMParser().parseFromString(html, 'text/html');
    const found = choose(page, desk.card).filter(Boolean);
    const main = element('main', undefined, { class: 'case' });
    const way = element('p', undefined, { class: 'soft to-page' });
    way.append(element('a', `打开成果页 ${desk.card.outcome}`, { href: address, target: '_blank', rel: 'noopener' }));
    // links of the page to its own parts lead there
    found.forEach(part => part.querySelectorAll('a[href^="#"]').forEach(one => one.setAttribute('href', address + one.getAttribute('href'))));
    main.append(way, ...(found.length ? found : [element('p', none, { class: 'card soft' })]));
    shadow.replaceChildren(element('style', css + style), main);
    await drawn(shadow);
  } catch (failed) {
    say('没有读到，请刷新页面再试。');
  }
}

const draw = async shadow => {
  const box = shadow.querySelector('.diagram');
  if (box) {
    shadow.prepend(element('link', undefined, { rel: 'stylesheet', href: '/webjars/bpmn-js/8.0.0/dist/assets/diagram-js.css' }));
    await load(DIAGRAMS[0]);
    await load(DIAGRAMS[1]);
    self.showPath(box);
  }
};

const tab = (id, label, priority, render) => ({
  id: `bihuan.${id}`,
  pluginPoint: 'tasklist.task.detail',
  priority,
  properties: { label },
  render,
  unmount: () => {}
});

export default [
  tab('case', '成果', 8, (node, { taskId }) => show(node, taskId, glance, '这项任务不属于哪一件成果，或者成果尚未形成。')),
  tab('clock', '时钟', 4, (node, { taskId }) => show(node, taskId, clocks, '这项任务没有期限。')),
  tab('diagram', '流程图', 3, (node, { taskId }) => show(node, taskId, diagram, '没有可看的流程图。', draw))
];
