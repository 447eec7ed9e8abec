// Tasklist's configuration; takes the place of the packaged one.
import { house, locales } from './language.js';

export default {
  app: house('待办', 'Tasklist'),
  locales,
  disableWelcomeMessage: true,
  customScripts: ['scripts/house-words.js', 'scripts/house-header.js', 'scripts/list-errors.js', 'scripts/cards.js', 'scripts/attachments.js',
    'scripts/forms.js', 'scripts/logout.js', 'scripts/start-number.js', 'scripts/offers.js', 'scripts/desk.js', 'scripts/lists.js',
    'scripts/case-tabs.js', 'scripts/phone.js']
};
