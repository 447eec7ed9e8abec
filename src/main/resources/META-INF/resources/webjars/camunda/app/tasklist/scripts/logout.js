// The logout of every webapp leads where the server says: to who vouched for the person, whose session ends as well, and on to our
// login page. The webapps themselves would stay on a login of their own.
self.angular.module('ng').run(['$rootScope', $rootScope =>
  $rootScope.$on('authentication.logout.success', (event, answer) => {
    event.preventDefault();
    self.location.assign(answer.data.next);
  })]);
