package org.bihuan.engine.acting;

/** What is said of a status of HTTP where nobody knows more: one sentence in Chinese that says what to do. */
public final class StatusWords {

	private static final int FAILURES = 500;

	private StatusWords() {
	}

	/** Never null. */
	public static String of(int status) {
		return switch (status) {
			case 400 -> "地址或填写的内容不对，没有执行。请检查后重试。";
			case 401 -> "请先登录。";
			case 403 -> "您无权进行这项操作。确需办理的，请联系系统管理员。";
			case 404 -> "没有这一项，或者您无权查看。请检查地址，或刷新列表后再试。";
			case 405 -> "这个地址不支持这样的请求。";
			case 406 -> "不能以所要的格式回答，请改为接受 application/json。";
			case 409 -> "刚刚有人改动了同一项，没有执行。请刷新后再试。";
			case 413 -> "上传的内容过大。";
			case 415 -> "请求内容的格式不对，请按接口说明改用 application/json 等格式。";
			case 503 -> "系统暂时不能办理。请稍后再试。";
			default -> status < FAILURES ? "请求未被接受，请返回检查后重试。" : "系统出错，没有完成操作。请稍后重试；仍不成请告诉系统管理员。";
		};
	}
}
