// The card of a task: what it is about, its unit, its day, 亮灯 as the server says now, and who has it. The cards of a page ask together.
import { element } from './page.js';
import { ask } from './platform.js';
import { choice } from './several.js';

const waiting = new Map();

// what was said last: a list that is read again does not jump while its cards ask
const known = new Map();

const askTogether = async () => {
  const asked = new Map(waiting);
  waiting.clear();
  // no light is better than a wrong one
  const cards = await ask('/lights?tasks=' + [...asked.keys()].map(encodeURIComponent).join(','), {});
  asked.forEach((nodes, task) => {
    known.set(task, cards[task]);
    nodes.forEach(node => show(node, task, cards[task]));
  });
};

const line = (kind, ...parts) => {
  const made = element('p', undefined, { class: kind });
  parts.filter(Boolean).forEach(part => made.append(part, ' '));
  return made;
};

const show = (node, task, card) => {
  node.replaceChildren();
  if (!card) {
    return;
  }
  const light = card.light ? [element('span', card.label, { class: `bihuan-light ${card.light}` }),
    element('span', card.words, { class: 'bihuan-light-words' })] : [];
  node.append(line('bihuan-card-title', card.title), line('bihuan-card-case', card.number, card.unit),
    line('bihuan-card-day', ...light, card.due && element('span', `${card.due} 到期`, { class: 'day' })));
  if (card.holder) {
    node.append(line('bihuan-card-holder', card.own ? '由我办理中' : `${card.holder}正在办理`));
  }
  if (card.plain) {
    node.append(choice(task, card));
  }
};

export default {
  id: 'bihuan.cards',
  pluginPoint: 'tasklist.card',
  priority: 300,
  render: (node, { taskId }) => {
    show(node, taskId, known.get(taskId));
    if (waiting.size === 0) {
      setTimeout(askTogether, 30);
    }
    waiting.set(taskId, [...(waiting.get(taskId) || []), node]);
  },
  unmount: () => {}
};
