// The lists of tasks, each with how much is in it, and what is in the one that is open; an empty one says why.
import { afterDrawing, ask, beforeDrawing, directive, ENGINE } from './platform.js';
import { Several } from './several.js';

const COUNTED = `${ENGINE}/filter?resourceType=Task&itemCount=true&maxResults=200`;

const LISTS = `
<div ng-show="!state.$loaded && !state.$error" class="loader">正在读取…</div>
<div ng-show="state.$error" class="alert alert-danger" role="alert">任务列表没有读到，请刷新页面。</div>
<div ng-show="state.$loaded && !state.$error" class="list-unstyled">
  <div ng-hide="totalItems" class="well">没有任务列表。请告诉系统管理员。</div>
  <div ng-show="totalItems" ng-repeat="(delta, filter) in filters" class="item task-filter cells-wrapper" ng-class="{active: isFocused(filter)}"
       ng-style="filter.style" ng-click="focus(filter)" title="{{ filter.properties.description }}">
    <h4 class="name"><a href>{{ filter.name }}</a></h4>
    <span class="bihuan-count" ng-class="filter.properties.list" ng-show="counts[filter.id] !== undefined">{{ counts[filter.id] }}</span>
    <div class="actions" ng-if="userCanCreateFilter" ng-style="{visibility: isFocused(filter) ? 'visible' : 'hidden'}">
      <a ng-click="openModal($event, filter)" title="查看这个列表" href><span class="glyphicon glyphicon-pencil"></span></a>
    </div>
  </div>
</div>`;

const TASKS = `
<div ng-show="!state.$loaded && !state.$error" class="loader">正在读取…</div>
<div ng-show="state.$error" class="alert alert-danger" role="alert">任务没有读到，请刷新页面。{{ error.message }}</div>
<div ng-if="state.$loaded && !state.$error">
  <p class="bihuan-about" ng-if="filterProperties.description">{{ filterProperties.description }}</p>
  <div ng-if="!totalItems" class="well bihuan-empty">{{ filterProperties.empty || '这个列表里没有任务。' }}</div>
  <div ng-if="totalItems && !tasks.length" class="well">这一页上的都办完了。<a href ng-click="resetPage()">回到第一页</a></div>
</div>
<div class="bihuan-several"></div>
<div ng-if="state.$loaded && !state.$error && totalItems" ng-keydown="handleKeydown($event)">
  <ol class="tasks-list list-unstyled">
    <li class="task" ng-repeat="(delta, task) in tasks" ng-class="{active: currentTaskId === task.id}">
      <div class="clickable" ng-click="focus($event, task)">
        <h4 class="task"><a ng-href="{{ getHrefUrl(task) }}" ng-click="focus($event, task)">{{ task.name || task.taskDefinitionKey }}</a></h4>
        <view ng-repeat="plugin in cardPlugins" data-plugin-id="{{ plugin.id }}" class="tasklist-card-plugin" vars="cardPluginVars"
              provider="plugin"></view>
      </div>
    </li>
  </ol>
</div>
<ul uib-pagination ng-show="state.$loaded && totalItems > pageSize" total-items="totalItems" items-per-page="pageSize" max-size="5"
    class="pagination-sm" boundary-links="true" ng-model="pageNum" ng-change="pageChange()" next-text="&rsaquo;" last-text="&raquo;"
    previous-text="&lsaquo;" first-text="&laquo;"></ul>`;

beforeDrawing($injector => {
  const lists = directive($injector, 'camTasklistFilters');
  lists.template = LISTS;
  afterDrawing(lists, scope => {
    scope.counts = {};
    const count = async () => {
      const all = await ask(COUNTED, []);
      scope.$evalAsync(() => {
        all.forEach(one => {
          scope.counts[one.id] = one.itemCount;
        });
      });
    };
    scope.filtersData.observe('taskList', () => {
      count();
    });
    scope.$on('refresh', count);
  });

  const tasks = directive($injector, 'camTasks');
  tasks.template = TASKS;
  afterDrawing(tasks, (scope, node) => {
    const several = new Several(node.querySelector('.bihuan-several'), () => scope.$apply(() => scope.tasklistData.changed('taskList')));
    scope.$watch('tasks', now => several.keep((now || []).map(one => one.id)));
  });
});

export default {
  id: 'bihuan.lists',
  pluginPoint: 'none',
  render: () => {}
};
