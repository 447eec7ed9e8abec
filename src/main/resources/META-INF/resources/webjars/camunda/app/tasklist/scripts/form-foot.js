// What stands between a form and its buttons: the task's files, what is not filled in yet, why the server refused it, and whether what was typed is
// kept.
import { element } from './page.js';
import { caseFiles } from './case-files.js';
import { inWords, onScreen } from './form-fields.js';

export const REQUIRED = '请填写这一栏。';
// the server names it so, too, when something must be uploaded first
const FILES = '本任务的附件';
const MOST_NAMES = 8;

const named = ({ label, list, rows }) => list ? `${list}第 ${rows[0] + 1} 行的${label}` : label;

// a click ends where it began: what stands above the buttons does not move while one of them is pressed
let pressed = false;
const released = [];
self.addEventListener('pointerdown', () => {
  pressed = true;
}, true);
['pointerup', 'pointercancel'].forEach(end => self.addEventListener(end, () => setTimeout(() => {
  pressed = false;
  released.splice(0).forEach(act => act());
}), true));

const button = (words, act) => {
  const made = element('button', words, { type: 'button', class: 'btn btn-default btn-xs' });
  made.addEventListener('click', act);
  return made;
};

export class FormFoot {

  constructor(form, task) {
    this.form = form;
    this.root = element('div', undefined, { class: 'bihuan-foot' });
    this.left = element('p', undefined, { class: 'carried', role: 'status' });
    this.aside = element('div');
    this.differs = element('div', undefined, { role: 'alert' });
    this.missing = element('p', undefined, { class: 'missing' });
    this.refusal = element('p', undefined, { class: 'refusal', role: 'alert' });
    this.kept = element('p', undefined, { class: 'kept', role: 'status' });
    if (task) {
      const files = element('section', undefined, { 'aria-label': FILES });
      const list = element('div');
      files.append(element('h5', FILES), list);
      this.root.append(files);
      this.files = files;
      caseFiles(list, task, true, () => files.classList.remove('wanted'));
    }
    this.root.append(this.left, this.aside, this.differs, this.missing, this.refusal, this.kept);
    form._container.after(this.root);
  }

  // not after every letter, and after the form has drawn what now belongs to it
  nameMissingSoon() {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.nameMissing(), 150);
  }

  nameMissing() {
    if (pressed) {
      released.push(() => this.nameMissing());
      return;
    }
    const empty = onScreen(this.form).filter(one => one.errors.includes(REQUIRED)).map(named);
    const more = empty.length > MOST_NAMES ? `等 ${empty.length} 项` : '';
    this.missing.textContent = empty.length ? `还没有填：${empty.slice(0, MOST_NAMES).join('、')}${more}` : '';
  }

  // above the buttons, and at the field that it names
  refuse(sentence) {
    this.accept();
    this.refusal.textContent = sentence;
    const names = [...sentence.matchAll(/“([^”]+)”/g)].map(one => one[1]);
    const row = Number(sentence.match(/第 (\d+) 行/)?.[1] || 0);
    const found = onScreen(this.form).filter(one => one.node && names.includes(one.label)).sort((one, other) =>
      names.indexOf(other.label) - names.indexOf(one.label) || (other.rows[0] + 1 === row) - (one.rows[0] + 1 === row))[0];
    if (found) {
      this.mark(found.node, sentence);
    } else if (this.files && names.includes(FILES)) {
      this.files.classList.add('wanted');
    }
    (this.root.closest('[cam-tasklist-form]')?.querySelector('.form-actions') || this.root).scrollIntoView({ block: 'end' });
  }

  mark(node, sentence) {
    const words = element('div', sentence, { class: 'bihuan-field-refusal' });
    node.append(words);
    node.classList.add('bihuan-refused');
    this.marked = { node, words };
    node.addEventListener('input', () => this.unmark(), { once: true });
    node.addEventListener('click', () => this.unmark(), { once: true });
  }

  unmark() {
    this.marked?.words.remove();
    this.marked?.node.classList.remove('bihuan-refused');
    this.marked = null;
  }

  accept() {
    this.refusal.textContent = '';
    this.files?.classList.remove('wanted');
    this.unmark();
  }

  show({ kept, unsaved, trouble, unread, differs, aside, left }, keeper) {
    this.left.textContent = left ? `已带入您 ${left} 在被收回的任务里写的文字` : '';
    this.kept.textContent = trouble ? `未保存：${trouble}` : unread && !unsaved ? '原来写的文字暂时没有读到，请刷新页面' : unsaved ? '未保存'
      : kept ? `已保存 ${kept}` : '';
    this.kept.classList.toggle('trouble', Boolean(trouble || (unread && !unsaved)));
    this.showDiffers(differs, keeper);
    this.showAside(aside || {}, keeper);
  }

  showDiffers(differs, keeper) {
    if (this.shownDiffers === differs) {
      return;
    }
    this.shownDiffers = differs;
    this.differs.replaceChildren();
    if (differs) {
      const other = Object.entries(differs.fields).map(([name, one]) => `${one.label}：${inWords(this.form, name, one)}`).join('\n');
      this.differs.append(element('p', differs.at ? `另一处有更新的文字（${differs.at} 保存）。上面是这里写的，没有保存到另一处的上面。留哪一份？`
        : '另一处已经把这张表单清空或者提交了。上面是这里写的，还没有保存。留哪一份？'));
      this.differs.append(button('留这里的', () => keeper.keepHere()), ' ', button('改用另一处的', () => keeper.takeOther()));
      this.differs.append(element('pre', other || '（另一处是空的）'));
    }
  }

  showAside(aside, keeper) {
    if (this.shownAside === aside) {
      return;
    }
    this.shownAside = aside;
    this.aside.replaceChildren(...Object.entries(aside).map(([name, one]) => {
      const box = element('div', undefined, { class: 'aside' });
      const here = keeper.began.has(name);
      box.append(element('p', here ? `“${one.label}”一栏系统带出的内容已经变了，现在显示的是新的。您原来写的：`
        : `表单里已经没有“${one.label}”一栏。您原来写的：`), element('pre', inWords(this.form, name, one)));
      if (here) {
        box.append(button('用我写的', () => keeper.putBack(name)), ' ');
      }
      box.append(button('不要了', () => keeper.letGo(name)));
      return box;
    }));
  }
}
