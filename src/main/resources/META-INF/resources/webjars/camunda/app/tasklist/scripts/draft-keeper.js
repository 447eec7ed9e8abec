// Keeps what a person types into one form: in the browser at once, on the server when the typing pauses. What the server has confirmed is no longer
// in the browser; what it could not take (no network, no login) waits there for the same account.
import { token } from './page.js';
import { back, mark, merge, typed, values } from './form-fields.js';

const PAUSE = 800;
const AGAIN = 10000;
const PATIENCE = 5000;
const DAYS = 90;
const PREFIX = 'bihuan-draft/';

// by form; the last one that was opened
const keepers = new Map();

// what was handed in from this page
const done = new Set();
// saves under way, by form
const underWay = new Map();

const address = (account, place) => `/drafts?${place}&account=${encodeURIComponent(account)}`;

const ask = (method, path, body, keepalive = false) => fetch(path, {
  method,
  credentials: 'same-origin',
  keepalive,
  headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token() },
  body,
  signal: keepalive ? undefined : AbortSignal.timeout(PATIENCE)
});

const local = {
  read: name => {
    try {
      return JSON.parse(localStorage.getItem(name));
    } catch (unreadable) {
      return null;
    }
  },
  write: (name, draft) => {
    try {
      localStorage.setItem(name, JSON.stringify({ ...draft, at: Date.now() }));
    } catch (full) {
      // the server is told in a moment
    }
  },
  remove: name => localStorage.removeItem(name),
  names: () => Object.keys(localStorage).filter(one => one.startsWith(PREFIX))
};

const sameFields = (one, other) => JSON.stringify(one) === JSON.stringify(other);

// of what went to the server from here without its word that it arrived
const LAST_SENT = 4;

export class DraftKeeper {

  // whose: what the form says of itself; told: called with what there is to say when that changes
  constructor(form, whose, told) {
    this.form = form;
    this.account = whose.account;
    this.place = whose.task ? `task=${encodeURIComponent(whose.task)}` : `process=${encodeURIComponent(whose.process)}`;
    // by which the server knows a start form that is sent a second time
    this.key = whose.key;
    this.name = `${PREFIX}${this.account}/${this.place}`;
    this.told = told;
    this.version = 0;
    this.aside = {};
    this.sent = [];
    this.state = {};
    keepers.get(this.name)?.end();
    keepers.set(this.name, this);
  }

  static of(place) {
    return [...keepers.values()].findLast(one => one.place.startsWith(place));
  }

  // puts what was typed earlier into the form, which has been drawn as the server begins it; put draws it again
  async open(put) {
    this.began = values(this.form);
    await underWay.get(this.name);
    let kept = await this.read();
    if (kept?.left && await sendOn(this.account, this.name)) {
      kept = await this.read();
    }
    const here = local.read(this.name);
    let fields = kept?.fields || {};
    this.version = kept?.version ?? here?.version ?? 0;
    this.tell({ kept: kept?.at, unread: !kept });
    if (here && kept && sameFields(here.fields, kept.fields)) {
      local.remove(this.name);
    } else if (here) {
      fields = here.fields;
      this.sent = here.sent || [];
      if (kept && kept.version > here.version && !this.isOwn(kept)) {
        this.differ(kept);
      }
    }
    await this.restore(fields, put);
    this.put = put;
    // what a task that was taken back has left becomes this task's own
    this.last = JSON.stringify(!kept || kept.left ? {} : kept.fields);
    this.tell({ left: !here && kept?.left });
    this.form.on('changed', () => this.changed());
    this.changed();
    if (kept) {
      sendOn(this.account, this.name);
    }
  }

  // a save whose answer never came: the page went, or the network did
  isOwn(kept) {
    return this.sent.includes(mark(kept.fields));
  }

  keepLocally(fields) {
    local.write(this.name, { version: this.version, fields, sent: this.sent });
  }

  async read() {
    try {
      const answer = await ask('GET', address(this.account, this.place));
      const kept = answer.ok ? await answer.json() : null;
      return kept && kept.account === this.account ? kept : null;
    } catch (unreachable) {
      return null;
    }
  }

  async restore(fields, put) {
    const { put: restored, aside } = merge(fields, this.began);
    this.aside = aside;
    if (Object.keys(restored).length) {
      await put(restored);
    }
    this.tell({ aside });
  }

  fields() {
    return { ...this.aside, ...typed(this.form, this.began) };
  }

  changed() {
    if (this.ended) {
      return;
    }
    const fields = this.fields();
    const now = JSON.stringify(fields);
    if (now === this.last) {
      return;
    }
    this.last = now;
    this.unsaved = true;
    this.keepLocally(fields);
    this.tell({ unsaved: true });
    this.later(PAUSE);
  }

  later(pause) {
    clearTimeout(this.timer);
    if (!this.differs && !this.handing && !this.ended) {
      this.timer = setTimeout(() => this.save(), pause);
    }
  }

  // one at a time
  save() {
    clearTimeout(this.timer);
    if (!this.unsaved || this.differs || this.handing || this.ended) {
      return Promise.resolve();
    }
    if (!this.saving) {
      this.saving = this.send().finally(() => {
        this.saving = null;
        underWay.delete(this.name);
      });
      underWay.set(this.name, this.saving);
    }
    return this.saving;
  }

  async send() {
    const sent = this.last;
    this.going(sent);
    try {
      const answer = await ask('PUT', address(this.account, this.place), `{"version":${this.version},"fields":${sent}}`);
      const said = await answer.json();
      if (answer.ok) {
        this.version = said.version;
        this.unsaved = this.last !== sent;
        if (this.unsaved) {
          this.keepLocally(JSON.parse(this.last));
          this.later(PAUSE);
        } else {
          local.remove(this.name);
        }
        this.tell({ kept: said.at, unsaved: this.unsaved, trouble: null, unread: false });
      } else if (said.type === 'Newer') {
        const newer = await this.read();
        if (newer && this.isOwn(newer)) {
          this.version = newer.version;
          this.later(0);
        } else if (newer) {
          this.differ(newer);
        } else {
          this.later(AGAIN);
        }
      } else if (answer.status === 401) {
        this.tell({ trouble: '登录已经失效。写的文字留在本机，重新登录后自动保存' });
        this.later(AGAIN);
      } else if (answer.status === 503) {
        this.tell({ trouble: '系统暂时不能保存。写的文字留在本机，恢复后自动保存' });
        this.later(1000 * Number(answer.headers.get('Retry-After')) || AGAIN);
      } else {
        this.tell({ trouble: said.message });
        this.later(answer.status >= 500 ? AGAIN : 6 * AGAIN);
      }
    } catch (unreachable) {
      this.tell({ trouble: '网络不通。写的文字留在本机，恢复后自动保存' });
      this.later(AGAIN);
    }
  }

  going(json) {
    const fields = JSON.parse(json);
    this.sent = [...this.sent, mark(fields)].slice(-LAST_SENT);
    this.keepLocally(fields);
  }

  // the page is about to go: what is still waiting goes on its way, and stays in the browser until it is known to have arrived
  leave() {
    if (this.unsaved && !this.differs && !this.handing && !this.ended) {
      this.going(this.last);
      ask('PUT', address(this.account, this.place), `{"version":${this.version},"fields":${this.last}}`, true).catch(() => {});
    }
  }

  // another browser has saved since: nothing is sent until its writer has said which of the two stays
  differ(newer) {
    this.differs = newer;
    clearTimeout(this.timer);
    this.tell({ differs: newer });
  }

  keepHere() {
    this.version = this.differs.version;
    this.differs = null;
    this.unsaved = true;
    this.tell({ differs: null });
    return this.save();
  }

  async takeOther() {
    const { fields, version, at } = this.differs;
    this.version = version;
    this.differs = null;
    const first = Object.fromEntries([...this.began].map(([name, one]) => [name, one.value]));
    const { put, aside } = merge(fields, this.began);
    this.aside = aside;
    this.last = JSON.stringify(fields);
    await this.put({ ...first, ...put });
    local.remove(this.name);
    this.unsaved = false;
    this.tell({ differs: null, aside, kept: at, unsaved: false });
    this.changed();
  }

  // what went aside, since the server begins the field with something else by now
  async putBack(name) {
    const one = this.aside[name];
    const { [name]: gone, ...others } = this.aside;
    this.aside = others;
    const now = Object.fromEntries([...values(this.form)].map(([key, { value }]) => [key, value]));
    await this.put({ ...now, [name]: back(one.value, this.began.get(name)) });
    this.tell({ aside: others });
    this.changed();
  }

  letGo(name) {
    const { [name]: gone, ...others } = this.aside;
    this.aside = others;
    this.tell({ aside: others });
    this.changed();
  }

  handIn() {
    this.handing = true;
    clearTimeout(this.timer);
  }

  handInFailed() {
    this.handing = false;
    this.later(PAUSE);
  }

  // the server has taken away what it kept; what was under way to it must not come back as the beginning of the next one
  async handedIn() {
    done.add(this.place);
    this.end();
    local.remove(this.name);
    if (this.saving) {
      await this.saving;
      local.remove(this.name);
      await ask('PUT', address(this.account, this.place), `{"version":${this.version},"fields":{}}`).catch(() => {});
    }
  }

  end() {
    this.ended = true;
    clearTimeout(this.timer);
  }

  tell(news) {
    this.state = { ...this.state, ...news };
    this.told(this.state);
  }
}

/*
 * What waits in this browser for an account that is logged in again; with the number of what it went on from, so that nothing newer is lost. Says
 * whether anything arrived.
 */
const sendOn = async (account, open) => {
  let arrived = false;
  for (const name of local.names()) {
    const draft = local.read(name);
    const [, writer, place] = name.split('/');
    if (!draft || Date.now() - draft.at > DAYS * 86400000) {
      local.remove(name);
    } else if (writer === account && name !== open && !keepers.get(name)?.unsaved) {
      const answer = await ask('PUT', address(account, place), JSON.stringify({ version: draft.version, fields: draft.fields })).catch(() => null);
      const said = answer && await answer.json().catch(() => ({}));
      if (answer?.ok || (answer?.status === 409 && said.type !== 'Newer')) {
        local.remove(name);
      }
      arrived ||= Boolean(answer?.ok);
    }
  }
  return arrived;
};

export const wasHandedIn = task => done.has(`task=${task}`);

export const saveAll = () => keepers.forEach(one => one.save());

// nothing of an account stays in this browser
export const forget = account => local.names().filter(one => one.startsWith(`${PREFIX}${account}/`)).forEach(local.remove);

// a field tells of what is typed when it is left, or a moment after
addEventListener('pagehide', () => {
  document.activeElement?.blur();
  keepers.forEach(one => one.leave());
});
addEventListener('visibilitychange', () => document.hidden && saveAll());
addEventListener('online', saveAll);
