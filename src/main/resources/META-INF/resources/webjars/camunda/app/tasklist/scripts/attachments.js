// The tab 附件 of a task.
import { caseFiles } from './case-files.js';

export default {
  id: 'bihuan.attachments',
  pluginPoint: 'tasklist.task.detail',
  priority: 5,
  properties: {
    label: '附件'
  },
  render: (node, { taskId }) => caseFiles(node, taskId, false),
  unmount: node => node && node.replaceChildren && node.replaceChildren()
};
