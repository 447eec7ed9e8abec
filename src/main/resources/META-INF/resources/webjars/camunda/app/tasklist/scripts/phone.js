// On a narrow screen one thing at a time: the lists, the tasks of one, a task. Which it is follows from what is open, and a way leads back.
import { element } from './page.js';
import { afterDrawing, beforeDrawing, directive } from './platform.js';

const AT = ['lists', 'tasks', 'task'];

const go = at => AT.forEach(one => document.body.classList.toggle(`bihuan-at-${one}`, one === at));

const back = (words, act) => {
  const way = element('button', `‹ ${words}`, { type: 'button', class: 'btn btn-link bihuan-back' });
  way.addEventListener('click', act);
  return way;
};

beforeDrawing($injector => {
  const location = $injector.get('$location');
  go(location.search().task ? 'task' : 'tasks');

  afterDrawing(directive($injector, 'camTasklistFilters'), (scope, node) =>
    node.addEventListener('click', event => event.target.closest('.task-filter') && go('tasks')));
  afterDrawing(directive($injector, 'camTasks'), (scope, node) => {
    node.prepend(back('全部列表', () => go('lists')));
    node.addEventListener('click', event => event.target.closest('.task .clickable') && go('task'));
  });
  afterDrawing(directive($injector, 'camTasklistTask'), (scope, node) => {
    node.prepend(back('任务', () => {
      go('tasks');
      scope.$apply(() => scope.dismissTask());
    }));
    scope.$watch('task.id', (now, before) => !now && before && go('tasks'));
  });
});

export default {
  id: 'bihuan.phone',
  pluginPoint: 'none',
  render: () => {}
};
