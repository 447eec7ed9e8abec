package org.bihuan.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Counts as skipped where there is no Chromium, unless {@code BIHUAN_REQUIRE_BROWSER} says that it must run: there it fails. */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsChromium.Condition.class)
public @interface NeedsChromium {

	/** Asked before anything of the class is made. */
	final class Condition implements ExecutionCondition {

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			return Chromium.onPath().isPresent() || Boolean.parseBoolean(System.getenv("BIHUAN_REQUIRE_BROWSER"))
					? ConditionEvaluationResult.enabled("there is a browser, or there must be one")
					: ConditionEvaluationResult.disabled("no chromium on the PATH: the browser test is skipped");
		}
	}
}
