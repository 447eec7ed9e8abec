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
