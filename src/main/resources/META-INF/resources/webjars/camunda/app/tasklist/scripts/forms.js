// Around every form: typed text is kept, the fields that are missing are named, and a refusal stands at its field and above the buttons.
import { withForm } from './form-library.js';
import { DraftKeeper, saveAll } from './draft-keeper.js';
import { FormFoot, REQUIRED } from './form-foot.js';
import { uploading } from './case-files.js';
import { said } from './page.js';

const feet = new WeakMap();

// the library's words for what is wrong with a field
const WORDS = [[/^Field is required\.$/, () => REQUIRED], [/^Field must match pattern/, () => '写法不对，请按说明填写。'],
  [/^Field must have minimum value of (.+)\.$/, least => `不能小于 ${least}。`], [/^Field must have maximum value of (.+)\.$/, most => `不能大于 ${most}。`],
  [/^Field must have minimum length of (.+)\.$/, least => `至少 ${least} 字。`],
  [/^Field must have maximum length of (.+)\.$/, most => `最多 ${most} 字。`],
  [/^Field must be a valid email/, () => '不是邮件地址，请写成 name@example.cn。'],
  [/^Field must be a valid +international phone/, () => '不是电话号码，请连国家代码一起写，如 +8652388888888。'],
  [/^Value is not a number/, () => '请写一个数。'], [/^Value is expected to be an integer/, () => '请写整数。'],
  [/^Value is expected to have at most (\d+)/, digits => `最多 ${digits} 位小数。`]];

const inChinese = words => {
  const [pattern, chinese] = WORDS.find(([one]) => one.test(words)) || [];
  return pattern ? chinese(...words.match(pattern).slice(1)) : words;
};

const speakChinese = form => {
  const validator = Object.getPrototypeOf(form.get('validator'));
  if (!validator.inChinese) {
    validator.inChinese = true;
    ['validateField', 'validateFieldInstance'].forEach(name => {
      const validate = validator[name];
      validator[name] = function(...field) {
        return validate.apply(this, field).map(inChinese);
      };
    });
  }
};

withForm(Form => {
  const importSchema = Form.prototype.importSchema;
  Form.prototype.importSchema = async function(schema, data = {}) {
    speakChinese(this);
    const drawn = await importSchema.call(this, schema, data);
    const whose = schema.for;
    if (whose?.account) {
      const foot = new FormFoot(this, whose.task);
      const keeper = new DraftKeeper(this, whose, state => foot.show(state, keeper));
      feet.set(keeper, foot);
      feet.set(this, foot);
      await keeper.open(restored => importSchema.call(this, schema, { ...data, ...restored }));
      this.on('changed', () => foot.nameMissingSoon());
      foot.nameMissingSoon();
    }
    return drawn;
  };
});

// a form that its fields keep from going on its way says so in the same place
withForm(Form => {
  const submit = Form.prototype.submit;
  Form.prototype.submit = function() {
    const foot = feet.get(this);
    if (foot && uploading()) {
      foot.refuse('没有提交：附件还在上传，请等上传完再提交。');
      silence('');
      return { data: {}, errors: { upload: ['附件还在上传。'] } };
    }
    const result = submit.call(this);
    if (foot && Object.keys(result.errors).length) {
      foot.refuse('没有提交：请先填好标出的各栏。');
      silence('');
    }
    return result;
  };
});

/*
 * Tasklist keeps a form that is left without a login in the browser, for whoever opens the task next; here each has his own, so that is not done.
 * Its button for it is out of sight.
 */
const setItem = Storage.prototype.setItem;
Storage.prototype.setItem = function(name, value) {
  if (!String(name).startsWith('camunda-form:')) {
    setItem.call(this, name, value);
  }
};

// How a form that is handed in fares: Tasklist itself would tell of a refusal over the buttons.
const HANDED_IN = /\/(task|process-definition)\/([^/]+)\/submit-form$/;

const open = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function(method, address, ...more) {
  const [, kind, id] = method === 'POST' && new URL(address, location.href).pathname.match(HANDED_IN) || [];
  const keeper = kind && DraftKeeper.of(kind === 'task' ? `task=${id}` : 'process=');
  if (keeper) {
    keeper.handIn();
    feet.get(keeper).accept();
    this.addEventListener('loadend', () => {
      if (this.status >= 200 && this.status < 300) {
        keeper.handedIn();
        return;
      }
      keeper.handInFailed();
      const sentence = said(this.responseText, this.status ? '没有提交，请稍后再试；写的文字仍在。' : keeper.key
        ? '网络断了，不知道是否已经提交；写的文字仍在。请稍后再提交一次，已经提交的不会重复。' : '网络不通，没有提交；写的文字仍在，请稍后再试。');
      feet.get(keeper).refuse(sentence);
      silence(sentence);
    });
  }
  const opened = open.call(this, method, address, ...more);
  if (keeper?.key) {
    this.setRequestHeader('Idempotency-Key', keeper.key);
  }
  return opened;
};

// what has just been said above the buttons is not said a second time over them
const silence = sentence => {
  const watcher = new MutationObserver(() => document.querySelectorAll('[notifications-panel] .alert').forEach(alert => {
    if (alert.textContent.includes(sentence)) {
      alert.remove();
    }
  }));
  watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
  setTimeout(() => watcher.disconnect(), 3000);
};

// before the session ends by hand
document.addEventListener('click', event => event.target.closest?.('.logout') && saveAll(), true);

export default {
  id: 'bihuan.forms',
  pluginPoint: 'none',
  render: () => {}
};
