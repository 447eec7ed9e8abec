// What every script needs that makes something on the page or asks our own doors.

export const element = (name, words, attributes = {}) => {
  const made = document.createElement(name);
  if (words !== undefined) {
    made.textContent = words;
  }
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
};

// the token of the session, which Tasklist itself sends with every change
export const token = () => (document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]+)/) || [])[1] || '';

// the sentence of a refusal
export const said = (text, otherwise) => {
  try {
    return JSON.parse(text).message || otherwise;
  } catch (notJson) {
    return otherwise;
  }
};

const box = (words, answers) => new Promise(resolve => {
  const asked = element('dialog', undefined, { class: 'bihuan-box' });
  asked.append(element('p', words));
  Object.entries(answers).forEach(([answer, label]) => {
    const button = element('button', label, { type: 'button', class: answer ? 'btn btn-primary' : 'btn btn-default' });
    button.addEventListener('click', () => asked.close(answer));
    asked.append(button, ' ');
  });
  asked.addEventListener('close', () => {
    asked.remove();
    resolve(Boolean(asked.returnValue));
  });
  document.body.append(asked);
  asked.showModal();
});

// the webapp's page lies in a sandbox in which the browser's own questions are answered with no before anybody has seen them
export const sure = (question, yes) => box(question, { yes, '': '取消' });

export const tell = words => box(words, { '': '知道了' });
