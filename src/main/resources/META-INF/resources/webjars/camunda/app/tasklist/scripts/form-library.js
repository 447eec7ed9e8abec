// The form library of the platform, which has no public name: it is found by what it contains. If it is not found, nothing changes.
export const withForm = change => self.webpackChunkcamunda_bpm_webapp.push([[`bihuan-${Math.random()}`], {}, require => {
  const id = Object.keys(require.m).find(one => require.m[one].toString().includes('formFieldInstance.validation.update'));
  const Form = id && require(id).Form;
  if (Form) {
    change(Form);
  }
}]);
