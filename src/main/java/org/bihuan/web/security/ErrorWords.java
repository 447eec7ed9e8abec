package org.bihuan.web.security;

import java.util.LinkedHashMap;
import java.util.Map;

import org.bihuan.engine.acting.StatusWords;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.http.HttpStatus;
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

	/** What nobody finds is here a page. */
	static String words(int status) {
		return status == HttpStatus.NOT_FOUND.value() ? "没有这个页面，请检查地址。" : StatusWords.of(status);
	}
}
