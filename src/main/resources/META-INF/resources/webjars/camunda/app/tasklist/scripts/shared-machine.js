// 公用电脑: a way out that leaves nothing of what was typed and not handed in, neither on the server nor in this browser.
import { said, sure, tell, token } from './page.js';
import { forget } from './draft-keeper.js';

export const leaveSharedMachine = async () => {
  if (!await sure('退出，并删除您写在表单里、还没有提交的文字。确定吗？', '退出并删除')) {
    return;
  }
  const who = await fetch('/camunda/api/admin/auth/user/default', { headers: { Accept: 'application/json' } });
  const { userId } = who.ok ? await who.json() : {};
  const answer = await fetch('/logout', {
    method: 'POST',
    headers: { Accept: 'application/json', 'X-XSRF-TOKEN': token() },
    body: new URLSearchParams({ shared: 'yes' })
  });
  const text = await answer.text();
  if (!answer.ok) {
    tell(said(text, '没有退出，请刷新页面后再试。'));
    return;
  }
  forget(userId);
  self.location.assign(JSON.parse(text).next);
};
