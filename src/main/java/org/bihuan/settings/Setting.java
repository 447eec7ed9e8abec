package org.bihuan.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands on each component of a settings record, beside its default, so that the check at the start, its sentence and the
 * README's table are of one mind.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Setting {

	/** What it is for, in Chinese. */
	String value();

	/** What it may be. */
	Allowed allowed();
}
