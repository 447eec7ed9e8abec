// What a person can fill in of a form, as the form library holds it.

// inputs alone: what is shown, or may not be edited, belongs to the server
const SHOWN = new Set(['default', 'text', 'html', 'image', 'separator', 'spacer', 'table', 'button', 'iframe', 'expression', 'documentPreview']);

const editable = components => components.flatMap(one => {
  if (one.type === 'group') {
    return editable(one.components || []);
  }
  return SHOWN.has(one.type) || one.disabled || one.readonly ? [] : [one];
});

const key = field => field.type === 'dynamiclist' ? field.path : field.key;

export const label = field => field.label || field.dateLabel || key(field);

// what stands in each field now, hidden ones too; a copy, since the library writes into the rows that it has
export const values = form => {
  const { schema, data } = form._getState();
  return new Map(editable(schema.components || []).map(field => [key(field), { field, value: structuredClone(data[key(field)] ?? null) }]));
};

// of a list's rows what can be edited of them
const cells = ({ field, value }) => {
  if (field.type !== 'dynamiclist' || !Array.isArray(value)) {
    return value;
  }
  const keys = editable(field.components || []).map(key);
  return value.map(row => Object.fromEntries(keys.map(one => [one, row?.[one] ?? null])));
};

// the library begins a field with nothing, an empty text or an unticked box as it draws it, in no order: to a person these are one
const canonical = value => {
  if (Array.isArray(value)) {
    return value.length ? value.map(canonical) : null;
  }
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.keys(value).sort().map(name => [name, canonical(value[name])]).filter(([, one]) => one !== null));
  }
  return value === undefined || value === '' || value === false ? null : value;
};

// a mark of a value (cyrb53): long texts are compared and kept without being kept twice
export const mark = value => {
  const text = JSON.stringify(canonical(value));
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(36);
};

const same = (one, other) => JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));

const leaves = components => components.flatMap(one => one.type === 'group' ? leaves(one.components || []) : [one]);

// what a field offers now, as the library finds it: written in the form, or brought by the task
const offered = (form, { values: written, valuesKey, valuesExpression }) => {
  const { data, initialData } = form._getState();
  try {
    const found = valuesExpression ? form.get('expressionLanguage').evaluate(valuesExpression, { ...initialData, ...data })
      : valuesKey ? initialData[valuesKey] : written;
    return Array.isArray(found) ? found.filter(one => one && typeof one === 'object') : [];
  } catch (unreadable) {
    return [];
  }
};

const labelsOf = (form, field, codes) => Object.fromEntries(offered(form, field).filter(one => codes.includes(one.value))
  .map(one => [one.value, one.label]));

// the labels of the options that were chosen, by code; in a list by the field of the row and code
const labels = (form, field, value) => {
  if (field.type !== 'dynamiclist') {
    return labelsOf(form, field, [value].flat());
  }
  const rows = Array.isArray(value) ? value : [];
  return Object.fromEntries(leaves(field.components || []).map(cell => [key(cell), labelsOf(form, cell, rows.map(row => row?.[key(cell)]).flat())])
    .filter(([, found]) => Object.keys(found).length));
};

/*
 * What was typed: where a field is no longer as the form began, its value, a mark of what it began with, and in words what was chosen, for the day
 * on which the form offers it no longer.
 */
export const typed = (form, began) => {
  const now = values(form);
  const fields = {};
  now.forEach((one, name) => {
    const first = began.get(name) || { field: one.field, value: null };
    if (!same(one.value, first.value)) {
      const words = labels(form, one.field, one.value);
      fields[name] = { value: one.value, began: mark(first.value), cells: mark(cells(first)), label: label(one.field),
        ...(Object.keys(words).length ? { words } : {}) };
    }
  });
  return fields;
};

/*
 * What was typed earlier, put into a form as it begins today. A field that the server fills in with something else by now keeps that: what was typed
 * goes aside, for the person to say. Of a list's rows only what can be edited is put in when the rest of them has changed.
 */
export const merge = (fields, began) => {
  const put = {};
  const aside = {};
  Object.entries(fields).forEach(([name, one]) => {
    const today = began.get(name);
    if (!today) {
      aside[name] = one;
    } else if (same(one.value, today.value)) {
      // as it stands there anyway
    } else if (one.began === mark(today.value)) {
      put[name] = one.value;
    } else if (one.cells === mark(cells(today)) && sameRows(one.value, today)) {
      put[name] = intoRows(one.value, today);
    } else {
      aside[name] = one;
    }
  });
  return { put, aside };
};

const sameRows = (value, { field, value: rows }) => field.type === 'dynamiclist' && Array.isArray(value) && Array.isArray(rows)
  && value.length === rows.length;

const intoRows = (value, { field, value: rows }) => {
  const keys = editable(field.components || []).map(key);
  return rows.map((row, at) => ({ ...row, ...Object.fromEntries(keys.map(one => [one, value[at]?.[one] ?? null])) }));
};

// the value that a person asked to have back into a field of today
export const back = (value, today) => sameRows(value, today) ? intoRows(value, today) : value;

const TICKED = { true: '是', false: '否' };

const said = (value, words = {}) => [value].flat().map(one => words[one] ?? (typeof one === 'boolean' ? TICKED[one] : one)).join('、');

// what was typed into the field of this name, for a person to read and copy: never a code where the form has, or had, a word for it
export const inWords = (form, name, { value, words }) => {
  const field = values(form).get(name)?.field;
  const found = words ?? (field ? labels(form, field, value) : {});
  const rows = Array.isArray(value) && value.some(row => row && typeof row === 'object');
  return rows ? value.map(row => Object.entries(row || {}).filter(([, one]) => one !== null).map(([cell, one]) => said(one, found[cell])).join('　'))
    .join('\n') : said(value ?? '（删去了）', found);
};

// every field that is on the screen, with its row in a list (from 1) and what is wrong with it
export const onScreen = form => {
  const fields = form.get('formFieldRegistry');
  const validator = form.get('validator');
  const { data } = form._getState();
  return form.get('formFieldInstanceRegistry').getAllKeyed().map(instance => {
    const field = fields.get(instance.id);
    const rows = Object.values(instance.indexes || {});
    const value = instance.valuePath.reduce((inner, step) => inner?.[step], data);
    return { field, rows, label: label(field), list: listOf(form, instance), node: node(form, instance),
      errors: field.disabled ? [] : validator.validateFieldInstance(instance, value) };
  });
};

const listOf = (form, instance) => {
  const [list] = Object.keys(instance.indexes || {});
  return list && label(form.get('formFieldRegistry').get(list));
};

// by the id that the library gives to its input, or to the parts of it
const node = (form, { instanceId }) => {
  const found = [...form._container.querySelectorAll('[id^="fjs-form-"]')].find(one => `${one.id}-`.includes(`-${instanceId}-`));
  return found && found.closest('.fjs-form-field');
};
