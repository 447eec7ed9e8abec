// 知悉 and a plain 同意 for several tasks at once: chosen on their cards, each answered and recorded by itself.
import { element, sure, token } from './page.js';

// what is chosen, by task
const chosen = new Map();
let changed = () => {};

// the box on a card
export const choice = (task, card) => {
  const box = element('input', undefined, { type: 'checkbox', 'aria-label': `选中“${card.title || card.number}”` });
  box.checked = chosen.has(task);
  box.addEventListener('change', () => {
    if (box.checked) {
      chosen.set(task, card);
    } else {
      chosen.delete(task);
    }
    changed();
  });
  const label = element('label', undefined, { class: 'bihuan-choice' });
  label.addEventListener('click', event => event.stopPropagation());
  label.append(box, ` 一并${card.plain}`);
  return label;
};

const named = ({ title, number }) => [title, number].filter(Boolean).join(' ');

// the line above the cards
export class Several {

  constructor(node, reload) {
    this.node = node;
    this.reload = reload;
    this.buttons = element('div', undefined, { class: 'buttons' });
    this.said = element('div', undefined, { class: 'said', role: 'status' });
    node.append(this.buttons, this.said);
    changed = () => this.draw();
    this.draw();
  }

  // of what is not in the list any more nothing is answered unseen
  keep(tasks) {
    [...chosen.keys()].filter(one => !tasks.includes(one)).forEach(one => chosen.delete(one));
    this.draw();
  }

  draw() {
    const answers = new Map();
    chosen.forEach((card, task) => answers.set(card.plain, [...(answers.get(card.plain) || []), task]));
    this.buttons.replaceChildren(...[...answers].map(([answer, tasks]) => {
      const made = element('button', `${answer}所选 ${tasks.length} 件`, { type: 'button', class: 'btn btn-primary btn-sm' });
      made.addEventListener('click', () => this.give(answer, tasks, made));
      return made;
    }));
  }

  async give(answer, tasks, pressed) {
    const cards = new Map(tasks.map(task => [task, chosen.get(task)]));
    if (!await sure(`${answer}所选的 ${tasks.length} 件：\n${[...cards.values()].map(named).join('\n')}\n每件分别记录。`, answer)) {
      return;
    }
    pressed.disabled = true;
    try {
      const sent = await fetch('/desk/answers', {
        method: 'POST',
        credentials: 'same-origin',
        headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token() },
        body: JSON.stringify({ answer, tasks })
      });
      const said = await sent.json();
      this.tell(answer, cards, sent.ok ? said : tasks.map(task => ({ task, done: false, said: said.message })));
    } catch (unreachable) {
      this.said.replaceChildren(element('p', '网络不通，不知道办成了没有。请刷新列表看一看。', { class: 'refusal' }));
    }
    tasks.forEach(one => chosen.delete(one));
    this.draw();
    this.reload();
  }

  tell(answer, cards, done) {
    const right = done.filter(one => one.done).length;
    this.said.replaceChildren(element('p', right ? `已${answer} ${right} 件。` : '一件也没有办成。', { class: right ? 'done' : 'refusal' }),
      ...done.filter(one => !one.done).map(one => element('p', `${named(cards.get(one.task))}：${one.said}`, { class: 'refusal' })));
  }
}
