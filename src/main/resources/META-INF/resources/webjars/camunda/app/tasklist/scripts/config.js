// Tasklist's configuration; takes the place of the packaged one.
export default {
  app: {
    name: '闭环',
    vendor: '协商成果'
  },
  customScripts: ['scripts/list-errors.js', 'scripts/cards.js', 'scripts/attachments.js', 'scripts/forms.js', 'scripts/shared-machine.js',
    'scripts/logout.js', 'scripts/start-number.js', 'scripts/offers.js', 'scripts/desk.js', 'scripts/lists.js', 'scripts/case-tabs.js',
    'scripts/phone.js']
};
