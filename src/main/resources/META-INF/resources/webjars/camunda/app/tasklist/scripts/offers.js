// Nothing is offered that the people of the house may not do, or that does not work: a task of one's own making, remarks beside the forms, the
// engine's history and its diagram (ours has the path taken), a search by the names of variables, an order that the lists do not keep.
import { ask, beforeDrawing, ENGINE } from './platform.js';

const NOT_OFFERED = new Set(['create-task-action', 'shortcut-help', 'task-action-comment', 'task-detail-history', 'task-detail-description',
  'task-detail-diagram', 'tasklist-sorting', 'task-search', 'tasklist-card-variables']);

const STARTABLE = `${ENGINE}/process-definition/count?latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true`;

beforeDrawing($injector => {
  const views = $injector.get('Views');
  const all = views.getProviders;
  views.getProviders = function(asked) {
    return all.call(this, asked).filter(one => !NOT_OFFERED.has(one.id));
  };

  // whoever may start nothing is not asked to; the way to Cockpit is for those who may go there
  const root = $injector.get('$rootScope');
  root.$watch('authentication.name', async name => {
    const { count } = name ? await ask(STARTABLE, { count: 0 }) : { count: 0 };
    document.body.classList.toggle('bihuan-may-start', count > 0);
    document.body.classList.toggle('bihuan-may-look-inside', Boolean(name && root.authentication.canAccess?.('cockpit')));
  });

  // whoever answers a task that nobody had claimed would be told of everybody's tasks of the case as if they were his
  const form = views.getProviders({ component: 'tasklist.task.detail' }).find(one => one.id === 'task-detail-form');
  const told = form.controller.indexOf('assignNotification');
  const begin = form.controller[form.controller.length - 1];
  form.controller = [...form.controller.slice(0, -1), function(...given) {
    const tell = given[told];
    given[told] = asked => asked.assignee && tell(asked);
    begin.apply(this, given);
  }];
});

export default {
  id: 'bihuan.offers',
  pluginPoint: 'none',
  render: () => {}
};
