// The head of our pages above every webapp: the same ways, the same name, one way out. The webapp's own head gives it its place; of that head
// only its sections are left in sight.
import { leaveSharedMachine } from './shared-machine.js';

const root = document.documentElement;
const bar = () => document.querySelector('[cam-widget-header]');

const MARK = '<header class="frame"><a class="brand" href="/ledger"><img src="/mark.svg" alt="">闭环</a></header>';

// nobody is logged in where the server does not give it
const ask = async () => {
  try {
    const answer = await fetch('/header', { redirect: 'manual', headers: { Accept: 'text/html' } });
    return answer.ok ? await answer.text() : MARK;
  }
  catch (unreachable) {
    return MARK;
  }
};

const here = link => location.pathname.startsWith(new URL(link.href).pathname) && link.pathname !== '/';

// typed text is saved before, and who vouched for the person is told, when the webapp itself is left
const leave = event => {
  event.preventDefault();
  if (event.submitter?.name === 'shared') {
    leaveSharedMachine();
  }
  else {
    bar().querySelector('.account .logout a')?.click();
  }
};

const show = async () => {
  const frame = document.createElement('template');
  frame.innerHTML = await ask();
  const head = frame.content.querySelector('header');
  const place = bar();
  if (!head || !place) {
    return;
  }
  head.querySelectorAll('nav a').forEach(link => link.classList.toggle('here', here(link)));
  head.querySelector('form')?.addEventListener('submit', leave);
  place.querySelector(':scope > header')?.remove();
  place.prepend(head);
  place.classList.add('frame');
};

// what stands below begins where the head ends, in however many lines it stands
const measure = () => new ResizeObserver(([{ target }]) => root.style.setProperty('--house-head', `${target.offsetHeight}px`)).observe(bar());

const icon = () => document.querySelectorAll('link[rel~=icon]').forEach(link => {
  link.href = '/mark.svg';
});

self.angular.module('ng').run(['$rootScope', $rootScope => {
  icon();
  ['authentication.login.success', 'authentication.changed', 'authentication.login.required'].forEach(what => $rootScope.$on(what, show));
  show().then(measure);
}]);

export default {
  id: 'bihuan.house-header',
  pluginPoint: 'none',
  render: () => {}
};
