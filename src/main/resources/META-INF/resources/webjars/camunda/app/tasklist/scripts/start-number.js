// Our pages lead to a start form with the number of the case in the address (…?processStart=amendment&kind=correct&number=CG2023-5-1).
// This fills it into the form that opens, once; the server checks it like anything that is typed. The form library is found by what it
// contains, since it has no public name; if it is not found, nothing is filled in.
const NUMBER = /^[A-Z]+\d{4}-\d+(-\d+)?$/;
const FIELDS = ['number', 'outcomeNo'];

const read = () => new URLSearchParams(location.hash.replace(/^[^?]*\??/, ''));
let asked = read();

window.addEventListener('hashchange', event => {
  const before = (event.oldURL.match(/[?&]number=([^&]*)/) || [])[1];
  const now = (event.newURL.match(/[?&]number=([^&]*)/) || [])[1];
  if (now && now !== before) {
    asked = read();
  }
});

const given = schema => {
  const fields = schema.components || [];
  const number = asked.get('number') || '';
  const field = fields.find(one => FIELDS.includes(one.key));
  if (!field || !NUMBER.test(number) || !read().get('processStart')) {
    return {};
  }
  const kind = fields.find(one => one.key === 'kind' && (one.values || []).some(option => option.value === asked.get('kind')));
  const filled = { [field.key]: number, ...(kind ? { kind: asked.get('kind') } : {}) };
  asked = new URLSearchParams();
  return filled;
};

self.webpackChunkcamunda_bpm_webapp.push([['bihuan-start-number'], {}, require => {
  const id = Object.keys(require.m).find(one => require.m[one].toString().includes('formFieldInstance.validation.update'));
  const Form = id && require(id).Form;
  if (!Form) {
    return;
  }
  const importSchema = Form.prototype.importSchema;
  Form.prototype.importSchema = function(schema, data) {
    return importSchema.call(this, schema, { ...data, ...given(schema) });
  };
}]);

export default {
  id: 'bihuan.start-number',
  pluginPoint: 'none',
  render: () => {}
};
