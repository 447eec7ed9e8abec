package org.bihuan.web.security;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/** What goes wrong outside every controller is told like everything else: in Chinese, with what to do, and without technical details. */
@Component
class ErrorWords extends DefaultErrorAttributes {

	@Override
	public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
		int status = (int) super.getErrorAttributes(request, options).getOrDefault("status", 500);
		Object sentence = request.getAttribute(RefusalBody.SENTENCE, RequestAttributes.SCOPE_REQUEST);
		return new LinkedHashMap<>(Map.of("status", status, "type", "Refusal", "message", sentence == null ? words(status) : sentence));
	}

	static String words(int status) {
		return switch (status) {
			case 400 -> "地址或填写的内容不对，请返回检查后重试。";
			case 401 -> "请先登录。";
			case 403 -> "您无权进行这项操作。";
			case 404 -> "没有这个页面，请检查地址。";
			case 405 -> "这个地址不支持这样的请求。";
			case 413 -> "上传的内容过大。";
			default -> status < 500 ? "请求未被接受，请返回检查后重试。" : "系统出错，没有完成操作。请稍后重试；仍不成请告诉系统管理员。";
		};
	}
}
