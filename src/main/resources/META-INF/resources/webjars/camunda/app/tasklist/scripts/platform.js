// What the webapp has no setting for is changed in its own directives, before it draws anything.

export const beforeDrawing = change => self.angular.module('ng').run(['$injector', change]);

export const directive = ($injector, name) => $injector.get(`${name}Directive`)[0];

// act: called with the scope and the node of each that is drawn
export const afterDrawing = (one, act) => {
  const compile = one.compile;
  one.compile = function(...given) {
    const link = compile && compile.apply(this, given);
    return function(scope, node, ...more) {
      const drawn = link && (link.post || link);
      if (drawn) {
        drawn.call(this, scope, node, ...more);
      }
      act(scope, node[0]);
    };
  };
};

// what the directive's controller is given, before it begins; act: called with the scope, and gives what to do afterwards
export const aroundController = (one, act) => {
  const names = one.controller.slice(0, -1);
  const begin = one.controller[one.controller.length - 1];
  one.controller = [...names, function(...given) {
    const after = act(given[names.indexOf('$scope')]);
    begin.apply(this, given);
    after();
  }];
};

export const ask = async (address, otherwise) => {
  try {
    const answer = await fetch(address, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
    return answer.ok ? await answer.json() : otherwise;
  } catch (unreachable) {
    return otherwise;
  }
};

export const ENGINE = '/camunda/api/engine/engine/default';
