// Welcome's configuration; takes the place of the packaged one.
import { house, locales } from '../../tasklist/scripts/language.js';

export default {
  app: house('我的账号', 'Welcome'),
  locales,
  disableWelcomeMessage: true,
  customScripts: ['../tasklist/scripts/house-words.js', '../tasklist/scripts/house-header.js', '../tasklist/scripts/logout.js']
};
