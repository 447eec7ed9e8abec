package org.bihuan.demo.rehearsal;

import org.bihuan.settings.Evaluation;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether the clock may be put forward here; asked before the settings are beans, so that their default stands in one place. */
public class RehearsalWanted implements Condition {

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		return Binder.get(context.getEnvironment()).bindOrCreate("bihuan", Evaluation.class).rehearsal();
	}
}
