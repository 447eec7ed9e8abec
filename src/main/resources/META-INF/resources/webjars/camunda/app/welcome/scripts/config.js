// Welcome's configuration; takes the place of the packaged one.
export default {
  customScripts: ['../tasklist/scripts/logout.js']
};
