// A field inside a list leaves an empty entry among the form's errors even when it is valid, and Tasklist then never enables
// its Complete button. This takes the empty entries out before Tasklist looks.
import { withForm } from './form-library.js';

const holdsMessage = error => typeof error === 'string' || Object.values(error || {}).some(holdsMessage);

withForm(Form => {
  const setState = Form.prototype._setState;
  Form.prototype._setState = function(state) {
    const errors = state.errors;
    return setState.call(this, errors
      ? { ...state, errors: Object.fromEntries(Object.entries(errors).filter(([, error]) => holdsMessage(error))) }
      : state);
  };
});

export default {
  id: 'bihuan.list-errors',
  pluginPoint: 'none',
  render: () => {}
};
