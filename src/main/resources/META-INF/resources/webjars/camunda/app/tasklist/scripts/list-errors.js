// A field inside a list leaves an empty entry among the form's errors even when it is valid, and Tasklist then never enables
// its Complete button. This takes the empty entries out before Tasklist looks. The form library is found by what it contains,
// since it has no public name; if it is not found, nothing changes.
const holdsMessage = error => typeof error === 'string' || Object.values(error || {}).some(holdsMessage);

self.webpackChunkcamunda_bpm_webapp.push([['bihuan-list-errors'], {}, require => {
  const id = Object.keys(require.m).find(one => require.m[one].toString().includes('formFieldInstance.validation.update'));
  const Form = id && require(id).Form;
  if (!Form) {
    return;
  }
  const setState = Form.prototype._setState;
  Form.prototype._setState = function(state) {
    const errors = state.errors;
    return setState.call(this, errors
      ? { ...state, errors: Object.fromEntries(Object.entries(errors).filter(([, error]) => holdsMessage(error))) }
      : state);
  };
}]);

export default {
  id: 'bihuan.list-errors',
  pluginPoint: 'none',
  render: () => {}
};
