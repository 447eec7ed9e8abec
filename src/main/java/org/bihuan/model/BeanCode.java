package org.bihuan.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;

/**
 * What the compiled code behind a bean says: the words that it names and the methods that it calls. So a model is held against what the program
 * really does with it, and not against a list that somebody would have to keep. Nothing is run.
 */
public final class BeanCode {

	private static final String HOUSE = "org/bihuan/";

	/** What stands in a method, in its order. */
	public sealed interface Step {
	}

	/** A text. */
	public record Word(String text) implements Step {
	}

	/** A class: named as such, or of a constant that is read. */
	public record Named(String type) implements Step {
	}

	/** A call, or a method that is handed on as a function. */
	public record Called(String owner, String name, String descriptor) implements Step {
	}

	private record Code(String parent, Map<String, List<Step>> methods) {
	}

	private static final Map<String, Code> READ = new ConcurrentHashMap<>();
	private static final Map<String, Set<String>> CONSTANTS = new ConcurrentHashMap<>();

	private BeanCode() {
	}

	/**
	 * The methods behind a bean, each with what stands in it: its own and inherited ones, and those of ours that it calls and hands something to.
	 *
	 * @param follows whether a call is followed, by its descriptor
	 */
	public static List<List<Step>> of(Beans.Found bean, Predicate<String> follows) {
		Deque<String> open = new ArrayDeque<>();
		if (bean.maker() == null) {
			for (Class<?> type = bean.type(); type != null && type.getName().startsWith("org.bihuan."); type = type.getSuperclass()) {
				String name = Type.getInternalName(type);
				read(name).methods().keySet().forEach(method -> open.add(name + "." + method));
			}
		}
		else {
			open.add(Type.getInternalName(bean.maker().getDeclaringClass()) + "." + bean.maker().getName() + Type.getMethodDescriptor(bean.maker()));
		}
		Set<String> seen = new LinkedHashSet<>();
		List<List<Step>> methods = new ArrayList<>();
		while (!open.isEmpty()) {
			String method = open.poll();
			if (seen.add(method)) {
				String owner = method.substring(0, method.indexOf('.'));
				List<Step> steps = read(owner).methods().getOrDefault(method.substring(method.indexOf('.') + 1), List.of());
				methods.add(steps);
				for (Step step : steps) {
					if (step instanceof Called call && call.owner().startsWith(HOUSE)
							&& (call.owner().equals(owner) || call.name().startsWith("lambda$") || follows.test(call.descriptor()))) {
						open.add(declared(call.owner(), call.name() + call.descriptor()));
					}
				}
			}
		}
		return methods;
	}

	/** The method where it is declared, which may be above. */
	private static String declared(String owner, String method) {
		for (String at = owner; at != null && at.startsWith(HOUSE); at = read(at).parent()) {
			if (read(at).methods().containsKey(method)) {
				return at + "." + method;
			}
		}
		return owner + "." + method;
	}

	/** The texts of a vocabulary of ours: its codes, and what else its words are made with. Empty for what is none. */
	public static Set<String> constants(String type) {
		return CONSTANTS.computeIfAbsent(type, name -> {
			Set<String> texts = new TreeSet<>();
			if (name.startsWith(HOUSE) && "java/lang/Enum".equals(read(name).parent())) {
				read(name).methods().getOrDefault("<clinit>()V", List.of()).forEach(step -> {
					if (step instanceof Word word) {
						texts.add(word.text());
					}
				});
			}
			return texts;
		});
	}

	private static Code read(String type) {
		return READ.computeIfAbsent(type, name -> {
			try (InputStream source = BeanCode.class.getClassLoader().getResourceAsStream(name + ".class")) {
				if (source == null) {
					return new Code(null, Map.of());
				}
				Reader reader = new Reader();
				new ClassReader(source).accept(reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
				return new Code(reader.parent, Collections.unmodifiableMap(reader.methods));
			}
			catch (IOException unreadable) {
				throw new UncheckedIOException(unreadable);
			}
		});
	}

	private static final class Reader extends ClassVisitor {

		private final Map<String, List<Step>> methods = new HashMap<>();
		private String parent;

		Reader() {
			super(SpringAsmInfo.ASM_VERSION);
		}

		@Override
		public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
			parent = superName;
		}

		@Override
		public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
			List<Step> steps = new ArrayList<>();
			methods.put(name + descriptor, steps);
			return new MethodVisitor(SpringAsmInfo.ASM_VERSION) {

				@Override
				public void visitLdcInsn(Object value) {
					if (value instanceof String text) {
						steps.add(new Word(text));
					}
					else if (value instanceof Type type && type.getSort() == Type.OBJECT) {
						steps.add(new Named(type.getInternalName()));
					}
				}

				@Override
				public void visitFieldInsn(int opcode, String owner, String field, String type) {
					if (opcode == Opcodes.GETSTATIC && owner.startsWith(HOUSE)) {
						steps.add(new Named(owner));
					}
				}

				@Override
				public void visitMethodInsn(int opcode, String owner, String called, String calledDescriptor, boolean isInterface) {
					steps.add(new Called(owner, called, calledDescriptor));
				}

				@Override
				public void visitInvokeDynamicInsn(String called, String type, Handle bootstrap, Object... arguments) {
					for (Object one : arguments) {
						if (one instanceof Handle handle) {
							steps.add(new Called(handle.getOwner(), handle.getName(), handle.getDesc()));
						}
					}
				}
			};
		}
	}
}
