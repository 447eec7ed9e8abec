// The head of our pages above every webapp: the same ways, the same name, one way in and one way out. The webapp's own head gives it its place; of
// that head only its sections are left in sight.
import { leaveSharedMachine } from './shared-machine.js';

const root = document.documentElement;
const bar = () => document.querySelector('[cam-widget-header]');

const MARK = '<header class="frame"><a class="brand" href="/" title="首页"><img src="/mark.svg" alt="">闭环</a></header>';

// what the login page leads back to is a path; what a link named after it waits here
const AIM = 'bihuan.aim';

// nobody is logged in where the server leads elsewhere
const ask = async () => {
  try {
    const answer = await fetch('/header', { redirect: 'manual', headers: { Accept: 'text/html' } });
    return { head: answer.ok ? await answer.text() : MARK, nobody: answer.type === 'opaqueredirect' };
  }
  catch (unreachable) {
    return { head: MARK };
  }
};

const here = link => location.pathname.startsWith(link.getAttribute('href'));

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

const show = ({ head }) => {
  const frame = document.createElement('template');
  frame.innerHTML = head;
  const shown = frame.content.querySelector('header');
  shown.querySelectorAll('nav a').forEach(link => link.classList.toggle('here', here(link)));
  shown.querySelector('form.logout')?.addEventListener('submit', leave);
  bar().querySelector(':scope > header')?.remove();
  bar().prepend(shown);
  bar().classList.add('frame');
};

// what stands below begins where the head ends, in however many lines it stands
const measure = () => new ResizeObserver(([{ target }]) => root.style.setProperty('--house-head', `${target.offsetHeight}px`)).observe(bar());

const first = await ask();
if (first.nobody) {
  sessionStorage.setItem(AIM, location.pathname + location.hash);
  location.replace(`/login?to=${encodeURIComponent(location.pathname)}`);
  await new Promise(() => {
    // the page is left
  });
}
const aim = sessionStorage.getItem(AIM);
sessionStorage.removeItem(AIM);
if (aim && !location.hash && aim.startsWith(`${location.pathname}#`)) {
  history.replaceState(history.state, '', aim);
}

document.querySelectorAll('link[rel~=icon]').forEach(link => {
  link.href = '/mark.svg';
});

self.angular.module('ng').run(['$rootScope', $rootScope => {
  const again = async () => show(await ask());
  // the webapp draws its own head first
  setTimeout(() => show(first));
  // a session that ends in the middle of the work ends at the webapp's own login, which leaves what was typed where it is
  ['authentication.login.success', 'authentication.login.required'].forEach(what => $rootScope.$on(what, again));
  measure();
}]);

export default {
  id: 'bihuan.house-header',
  pluginPoint: 'none',
  render: () => {}
};
