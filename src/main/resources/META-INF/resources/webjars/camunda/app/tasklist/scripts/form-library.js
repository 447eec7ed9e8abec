// The libraries of the platform, which have no public names: each is found by what it contains. If it is not found, nothing changes.
export const withLibrary = (holds, change) => self.webpackChunkcamunda_bpm_webapp.push([[`bihuan-${Math.random()}`], {}, require => {
  const id = Object.keys(require.m).find(one => require.m[one].toString().includes(holds));
  if (id) {
    change(require(id));
  }
}]);

export const withForm = change => withLibrary('formFieldInstance.validation.update', library => {
  if (library.Form) {
    change(library.Form);
  }
});
