// The task that is open: its form is ready for whoever may answer it, claimed or not, and its head says what it is about, whose it is, who else is
// at it.
import { element } from './page.js';
import { wasHandedIn } from './draft-keeper.js';
import { afterDrawing, aroundController, ask, beforeDrawing, directive } from './platform.js';

const deskOf = task => ask(`/desk?task=${encodeURIComponent(task)}`, null);

const button = (words, kind, act) => {
  const made = element('button', words, { type: 'button', class: `btn btn-default btn-xs ${kind}` });
  made.addEventListener('click', act);
  return made;
};

class Head {

  constructor(scope, node) {
    this.scope = scope;
    this.node = node;
    scope.$watchGroup(['task.id', 'task.assignee'], () => this.look());
    scope.$on('refresh', () => this.look());
  }

  async look() {
    const task = this.scope.task?.id;
    const desk = task && await deskOf(task);
    if (!desk || task !== this.scope.task?.id) {
      return;
    }
    if (!desk.card) {
      this.end(desk.ended);
      return;
    }
    const now = JSON.stringify(desk);
    if (now !== this.shown) {
      this.shown = now;
      this.draw(desk);
    }
  }

  draw({ card, beside }) {
    const about = element('p', undefined, { class: 'about' });
    [['b', card.title], ['span', card.number], ['span', card.unit], ['span', card.due && `${card.due} 到期`]].filter(([, words]) => words)
      .forEach(([kind, words]) => about.append(element(kind, words), ' '));
    if (card.light) {
      about.append(element('span', card.label, { class: `bihuan-light ${card.light}` }),
        element('span', card.words, { class: 'bihuan-light-words' }));
    }
    const hands = element('p', undefined, { class: 'hands' });
    if (card.own) {
      hands.append('由我办理中 ', button('放回本组', 'unclaim', () => this.scope.$apply(() => this.scope.unclaim())));
    } else if (card.holder) {
      hands.append(`${card.holder}正在办理，可以看，不能填。`);
    } else if (card.open) {
      hands.append(`${card.groups}的任务，还没有人认领。直接填写，提交即由您办理。 `,
        button('由我办理', 'claim', () => this.scope.$apply(() => this.scope.claim())));
    } else {
      hands.append(`由${card.groups}办理，可以看，不能填。`);
    }
    this.node.replaceChildren(about, hands);
    if (beside) {
      this.node.append(element('p', beside, { class: 'beside', role: 'status' }));
    }
  }

  end(words) {
    if (this.ended !== words) {
      this.ended = words;
      // after a login in the middle of the work the webapp leaves on the screen what was handed in
      this.node.append(element('p', wasHandedIn(this.scope.task.id) ? '已经提交，由您办结。请刷新页面。'
        : words ? `这项任务${words}您写的没有提交，需要时请先复制。` : '这项任务已被收回，或不再由您办理。您写的文字仍为您保存。',
        { class: 'ended', role: 'alert' }));
    }
  }
}

beforeDrawing($injector => {
  const root = $injector.get('$rootScope');
  const $q = $injector.get('$q');

  const mayAnswer = task => task ? $q(resolve => deskOf(task.id).then(desk => root.$evalAsync(() => resolve(desk ? Boolean(desk.card?.open)
    : task.assignee === root.authentication.name)))) : false;

  aroundController(directive($injector, 'camTasklistTask'), scope => {
    const data = scope.tasklistData;
    const newChild = data.newChild;
    data.newChild = function(...given) {
      const child = newChild.apply(this, given);
      const provide = child.provide;
      child.provide = (name, what) => provide(name, name === 'isAssignee' ? ['task', mayAnswer] : what);
      return child;
    };
    return () => {
      data.newChild = newChild;
    };
  });

  // the form is read while it is asked whose it is, and needs to know of which task it is
  const form = $injector.get('Views').getProviders({ component: 'tasklist.task.detail' }).find(one => one.id === 'task-detail-form');
  aroundController(form, scope => {
    scope.taskData.newChild(scope).observe('task', task => {
      scope.params = task && { taskId: task.id, processDefinitionId: task.processDefinitionId, processInstanceId: task.processInstanceId };
    });
    return () => {};
  });

  const head = directive($injector, 'camTasklistTaskMeta');
  head.template = '<div class="bihuan-desk"></div>';
  afterDrawing(head, (scope, node) => new Head(scope, node.querySelector('.bihuan-desk')));
});

export default {
  id: 'bihuan.desk',
  pluginPoint: 'none',
  render: () => {}
};
