package org.bihuan.engine.guard;

import java.lang.reflect.AnnotatedElement;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;

import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.springframework.beans.factory.BeanFactory;

/**
 * What an expression of a model reaches: variables, our own beans and their methods. No bean of a library, no class, nothing that leads to one:
 * by a class anything can be run. {@link ModelRules} says so at deployment; this holds should a text ever pass it.
 */
public class OwnBeans extends JuelExpressionManager {

	private static final String HOUSE = "org.bihuan.";
	/** Where our own forms of the engine's services stand: by them one deletes accounts, or deploys. */
	private static final String SERVICES = OwnBeans.class.getPackageName() + ".";
	private static final Set<String> WAYS_OUT = Set.of("class", "getClass");

	private final BeanFactory ours;

	/** @param beans of the application; asked for ours alone */
	public OwnBeans(BeanFactory beans) {
		this.ours = beans;
	}

	@Override
	protected ELResolver createElResolver() {
		CompositeELResolver resolvers = new CompositeELResolver();
		resolvers.add(new Guard());
		resolvers.add(new VariableScopeElResolver());
		resolvers.add(new VariableContextElResolver());
		resolvers.add(new Beans());
		resolvers.add(new ArrayELResolver(true));
		resolvers.add(new ListELResolver(true));
		resolvers.add(new MapELResolver(true));
		resolvers.add(new BeanELResolver(true));
		return resolvers;
	}

	/** Stands first and lets everything pass that leads nowhere else. */
	private static final class Guard extends Reading {

		@Override
		public Object getValue(ELContext context, Object base, Object property) {
			refuse(base, property);
			return null;
		}

		@Override
		public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
			refuse(base, method);
			return null;
		}

		private static void refuse(Object base, Object name) {
			boolean leadsOut = base instanceof AnnotatedElement || base instanceof ClassLoader || base instanceof ProcessEngineServices
					|| (base != null && WAYS_OUT.contains(String.valueOf(name)));
			if (leadsOut) {
				throw new ELException("表达式不能取得“" + name + "”：只能用变量和本系统的组件。");
			}
		}
	}

	private final class Beans extends Reading {

		@Override
		public Object getValue(ELContext context, Object base, Object property) {
			if (base == null && property instanceof String name && ours.containsBean(name) && isOurs(ours.getType(name))) {
				context.setPropertyResolved(true);
				return ours.getBean(name);
			}
			return null;
		}

		private static boolean isOurs(Class<?> type) {
			return type != null && type.getName().startsWith(HOUSE) && !type.getName().startsWith(SERVICES);
		}
	}

	private abstract static class Reading extends ELResolver {

		@Override
		public Class<?> getType(ELContext context, Object base, Object property) {
			return null;
		}

		@Override
		public void setValue(ELContext context, Object base, Object property, Object value) {
			// nothing is set by an expression
		}

		@Override
		public boolean isReadOnly(ELContext context, Object base, Object property) {
			return true;
		}

		@Override
		public Iterator<java.beans.FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
			return Collections.emptyIterator();
		}

		@Override
		public Class<?> getCommonPropertyType(ELContext context, Object base) {
			return Object.class;
		}
	}
}
