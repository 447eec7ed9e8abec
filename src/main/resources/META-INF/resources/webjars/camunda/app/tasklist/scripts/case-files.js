// The documents and attachments of a task's case, and an upload: on the tab 附件 all of them, below the form those of the task itself. The server
// decides what is taken; what is checked here only spares the way.
import { element, said, token } from './page.js';

const style = `
.bihuan-files { padding: 12px 2px; max-width: 900px; overflow-x: auto; }
.bihuan-files table { width: 100%; margin: 12px 0; }
.bihuan-files th, .bihuan-files td { padding: 5px 8px; border-bottom: 1px solid #ddd; text-align: left; vertical-align: top; }
.bihuan-files td.nowrap { white-space: nowrap; }
.bihuan-files .soft { color: #667; }
.bihuan-files .refusal { color: #b5152b; margin: 8px 0; }
.bihuan-files .done { color: #2e7d4f; margin: 8px 0; }
.bihuan-files progress { width: 220px; vertical-align: middle; }
.bihuan-files input[type=file] { display: inline-block; max-width: 100%; }
.bihuan-files .here { color: #2e7d4f; }
.bihuan-files .withdrawn { display: block; color: #667; }
.bihuan-files form { margin: 4px 0; }
`;

const size = bytes => bytes < 1024 ? `${bytes} B` : bytes < 1048576
  ? `${Math.round(bytes / 1024)} KB` : `${Number((bytes / 1048576).toFixed(1))} MB`;

let underWay = 0;

// a task that is handed in takes no more files: who hands it in meanwhile would lose what is still on its way
export const uploading = () => underWay > 0;

self.addEventListener('beforeunload', event => uploading() && event.preventDefault());

// ofTaskAlone: only what was uploaded in this task, without the documents of its case; uploaded: called after each
export function caseFiles(node, taskId, ofTaskAlone, uploaded = () => {}) {
  const task = encodeURIComponent(taskId);
  const root = element('div', undefined, { class: 'bihuan-files' });
  const files = element('div');
  const choose = element('input', undefined, { type: 'file', 'aria-label': '选择文件' });
  const send = element('button', '上传', { type: 'button', class: 'btn btn-default' });
  const hint = element('p', undefined, { class: 'soft' });
  const progress = element('progress', undefined, { max: '100', value: '0', hidden: '' });
  const share = element('span', undefined, { class: 'soft' });
  const word = element('p', undefined, { role: 'status' });
  const form = element('p');
  let maxSize = Infinity;

  const tell = (words, kind) => {
    word.textContent = words;
    word.className = kind;
  };

  const post = (address, body) => fetch(address, {
    method: 'POST',
    headers: { Accept: 'application/json', 'X-XSRF-TOKEN': token() },
    credentials: 'same-origin',
    body
  });

  // asks for the reason first: it stands on the record
  const withdrawal = file => {
    const begin = element('button', '撤回', { type: 'button', class: 'btn btn-link btn-xs', 'aria-label': `撤回“${file.name}”` });
    begin.addEventListener('click', () => {
      const why = element('form');
      const reason = element('input', undefined,
        { type: 'text', maxlength: '200', required: '', placeholder: '为什么撤回', 'aria-label': '撤回的理由' });
      why.append(reason, ' ', element('button', '确认撤回', { type: 'submit', class: 'btn btn-default btn-xs' }));
      why.addEventListener('submit', event => {
        event.preventDefault();
        post(file.withdraw, new URLSearchParams({ reason: reason.value }))
          .then(async answer => {
            if (answer.ok) {
              tell(`“${file.name}”已撤回。`, 'done');
              return load();
            }
            return tell(said(await answer.text(), '撤回失败，请刷新页面后再试。'), 'refusal');
          })
          .catch(() => tell('撤回失败，请检查网络后再试。', 'refusal'));
      });
      begin.replaceWith(why);
      reason.focus();
    });
    return begin;
  };

  const row = file => {
    const line = element('tr');
    const name = element('td');
    name.append(file.withdrawn ? element('s', file.name) : element('a', file.name, { href: file.href, download: '' }));
    if (file.here && !ofTaskAlone) {
      name.append(element('span', '（本任务上传）', { class: 'here' }));
    }
    if (file.withdrawn) {
      name.append(element('span', `已撤回：${file.withdrawn}`, { class: 'withdrawn' }));
    } else if (file.withdraw) {
      name.append(' ', withdrawal(file));
    }
    line.append(element('td', file.what, { class: 'nowrap' }), name, element('td', file.by), element('td', file.at, { class: 'nowrap' }),
      element('td', size(file.size), { class: 'nowrap' }));
    return line;
  };

  const show = listing => {
    maxSize = listing.maxSize;
    hint.textContent = `可以上传：${listing.types}；每个不超过 ${size(listing.maxSize)}。传错的，在任务提交之前可以撤回，记录仍在。`;
    choose.setAttribute('accept', listing.types.split('、').map(type => '.' + type).join());
    const shown = listing.files.filter(file => file.here || !ofTaskAlone);
    if (!shown.length) {
      files.replaceChildren(element('p', ofTaskAlone ? '本任务还没有附件。' : '还没有文书和附件。', { class: 'soft' }));
      return;
    }
    const table = element('table');
    const head = element('tr');
    ['类别', '名称', '何人', '何时', '大小'].forEach(title => head.append(element('th', title)));
    table.append(head, ...shown.map(row));
    files.replaceChildren(table);
  };

  const load = () => fetch(`/attachments?task=${task}`, { headers: { Accept: 'application/json' }, credentials: 'same-origin' })
    .then(async answer => answer.ok ? show(await answer.json())
      : tell(said(await answer.text(), '附件列表读取失败，请刷新页面。'), 'refusal'))
    .catch(() => tell('附件列表读取失败，请检查网络后刷新页面。', 'refusal'));

  const busy = now => {
    send.disabled = now;
    choose.disabled = now;
    progress.hidden = !now;
    share.textContent = '';
  };

  const upload = () => {
    const file = choose.files[0];
    if (!file) {
      tell('请先选择文件。', 'refusal');
      return;
    }
    if (file.size > maxSize) {
      tell(`文件超过 ${size(maxSize)}，没有上传。请压缩或拆分后再上传。`, 'refusal');
      return;
    }
    const request = new XMLHttpRequest();
    request.open('POST', `/attachments?task=${task}`);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('X-XSRF-TOKEN', token());
    request.upload.onprogress = event => {
      const percent = event.lengthComputable ? Math.round(event.loaded * 100 / event.total) : 0;
      progress.value = percent;
      share.textContent = ` ${percent}%`;
    };
    request.onloadend = () => underWay--;
    request.onload = () => {
      busy(false);
      if (request.status === 200) {
        choose.value = '';
        tell(`“${file.name}”已上传。`, 'done');
        load();
        uploaded();
      } else {
        tell(said(request.responseText, '上传失败，没有保存，请重试。'), 'refusal');
      }
    };
    request.onerror = () => {
      busy(false);
      tell('上传中断，不知道是否已经保存。请检查网络后再传一次，已经保存的不会有两份。', 'refusal');
    };
    const body = new FormData();
    body.append('file', file);
    tell('', '');
    progress.value = 0;
    busy(true);
    underWay++;
    request.send(body);
  };

  send.addEventListener('click', upload);
  form.append(choose, ' ', send, ' ', progress, share);
  root.append(element('style', style), form, hint, word, files);
  node.replaceChildren(root);
  load();
}
