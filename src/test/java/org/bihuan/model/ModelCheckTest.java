package org.bihuan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What travels in the jar is sound, and every rule that is written is asked. */
class ModelCheckTest {

	@Test
	void thePackagedSetIsSound() {
		assertThat(ModelCheck.problems(ModelSet.packaged())).extracting(Problem::sentence).isEmpty();
	}

	@Test
	void everyRuleAndEveryUseOfATableIsListed() {
		Set<Class<?>> kinds = Set.of(Rule.class, TableUse.class);
		Set<String> written = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.bihuan").stream()
				.filter(one -> kinds.stream().anyMatch(one::isAssignableTo) && !one.isInterface()).map(JavaClass::getName)
				.collect(Collectors.toSet());
		Set<String> listed = kinds.stream().flatMap(kind -> ServiceLoader.load(kind).stream()).map(one -> one.type().getName())
				.collect(Collectors.toSet());
		assertThat(listed).isEqualTo(written);
	}
}
