package org.bihuan.web.security;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request to Camunda's webapps a nonce of its own. The platform hands the nonce of a page's scripts from the filter that writes the
 * header to the one that writes the page through an attribute of the whole application: any request in between replaces it, the browser refuses
 * the page's scripts, and somebody who opens Tasklist while others work looks at an empty page.
 */
class OwnNonce extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ServletContext own = withOwnNonce(request.getServletContext());
		chain.doFilter(new HttpServletRequestWrapper(request) {
			@Override
			public ServletContext getServletContext() {
				return own;
			}
		}, response);
	}

	private static ServletContext withOwnNonce(ServletContext shared) {
		AtomicReference<Object> nonce = new AtomicReference<>();
		return (ServletContext) Proxy.newProxyInstance(OwnNonce.class.getClassLoader(), new Class<?>[] { ServletContext.class },
				(proxy, method, arguments) -> {
					boolean ofNonce = arguments != null && ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE.equals(arguments[0]);
					if (ofNonce && method.getName().equals("setAttribute")) {
						nonce.set(arguments[1]);
						return null;
					}
					if (ofNonce && method.getName().equals("getAttribute")) {
						return nonce.get();
					}
					try {
						return method.invoke(shared, arguments);
					}
					catch (InvocationTargetException failed) {
						throw failed.getCause();
					}
				});
	}
}
