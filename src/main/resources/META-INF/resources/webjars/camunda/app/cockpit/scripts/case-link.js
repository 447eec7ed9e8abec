// From a process instance to the outcome that it belongs to, as our pages show it.
export default {
  id: 'bihuan.case-link',
  pluginPoint: 'cockpit.processInstance.runtime.action',
  priority: 100,
  render: (node, { processInstanceId }) => {
    const link = document.createElement('a');
    link.className = 'btn btn-default action-button bihuan-case';
    link.href = `/operations/case?instance=${encodeURIComponent(processInstanceId)}`;
    link.title = '这一件的成果页';
    link.textContent = '成果';
    node.append(link);
  }
};
