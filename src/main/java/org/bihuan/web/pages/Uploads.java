package org.bihuan.web.pages;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.bihuan.document.AttachmentRules;
import org.bihuan.engine.acting.StatusWords;
import org.bihuan.web.security.RefusalBody;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** How a file comes in: by way of the disk, from which it is gone when its request is answered, whatever the answer. */
@Configuration(proxyBeanMethods = false)
class Uploads {

	/** What the parts around the file need. */
	private static final int AROUND = 64 * 1024;

	/** What is larger goes to the disk while it comes in. */
	private static final int IN_MEMORY = 16 * 1024;

	@Bean
	MultipartConfigElement multipartConfig(AttachmentRules rules) {
		long largest = rules.maxSize().toBytes();
		return new MultipartConfigElement("", largest, largest + AROUND, IN_MEMORY);
	}

	/** After the security, before anything reads the file. */
	@Bean
	FilterRegistrationBean<FilesUnderWay> filesUnderWay(SecurityProperties security) {
		FilterRegistrationBean<FilesUnderWay> filter = new FilterRegistrationBean<>(new FilesUnderWay());
		filter.addUrlPatterns("/attachments", "/attachments/*", "/documents/*", "/papers/*", "/outcomes/*");
		filter.setOrder(security.getFilter().getOrder() + 1);
		return filter;
	}

	/** The server refuses before any controller is chosen. */
	@RestControllerAdvice
	static class Refused {

		private final AttachmentRules rules;

		Refused(AttachmentRules rules) {
			this.rules = rules;
		}

		@ExceptionHandler(MaxUploadSizeExceededException.class)
		ResponseEntity<RefusalBody> tooLarge(MaxUploadSizeExceededException refused) {
			return refused(HttpStatus.PAYLOAD_TOO_LARGE, rules.tooLarge());
		}

		/** What was refused before anybody read it stays refused for its own reason. */
		@ExceptionHandler(MultipartException.class)
		ResponseEntity<RefusalBody> broken(MultipartException refused, HttpServletRequest request) {
			return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer before
					? refused(HttpStatus.valueOf(before), StatusWords.of(before))
					: refused(HttpStatus.BAD_REQUEST, "上传的内容不完整，没有保存。请重新上传。");
		}

		/** Also to a browser that asked for a page. */
		private static ResponseEntity<RefusalBody> refused(HttpStatus status, String words) {
			return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(new RefusalBody(words));
		}
	}
}
