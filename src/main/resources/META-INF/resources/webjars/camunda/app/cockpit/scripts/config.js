// Cockpit's configuration; takes the place of the packaged one.
import { house, locales } from '../../tasklist/scripts/language.js';

export default {
  app: house('运行监控', 'Cockpit'),
  locales,
  disableWelcomeMessage: true,
  customScripts: ['../tasklist/scripts/house-words.js', '../tasklist/scripts/house-header.js', '../tasklist/scripts/logout.js',
    'scripts/case-link.js']
};
