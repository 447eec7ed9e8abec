package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CategoryValue;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pictures of the models show every element, by its name, where the model has it: without a browser, so that whoever draws sees at once that a
 * picture was left behind. Before, only the browser's tests saw it. What draws them anew is {@code ProcessMapTest}, which also sees how lines run.
 */
class PicturesTest {

	private static final Path PICTURES = Path.of("src", "docs", "process-map");
	private static final Pattern PLACED = Pattern
			.compile("data-element-id=\"([^\"]+)\"[^>]*transform=\"matrix\\(1 0 0 1 (-?[\\d.]+) (-?[\\d.]+)\\)\"");

	static Stream<Path> models() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("processes"))) {
			return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList().stream();
		}
	}

	@ParameterizedTest
	@MethodSource("models")
	void everyElementStandsInThePictureWhereTheModelHasIt(Path model) throws IOException {
		BpmnModelInstance drawn = Bpmn.readModelFromFile(model.toFile());
		String picture = Files.readString(PICTURES.resolve(model.getFileName().toString().replace(".bpmn", ".svg")));
		Set<String> elements = Pattern.compile("data-element-id=\"([^\"]+)\"").matcher(picture).results().map(found -> found.group(1))
				.collect(Collectors.toSet());
		assertThat(elements).as("what the picture shows").containsAll(
				drawn.getModelElementsByType(FlowElement.class).stream().map(FlowElement::getId).toList());
		Set<String> places = PLACED.matcher(picture).results().map(PicturesTest::place).collect(Collectors.toSet());
		List<String> shapes = drawn.getModelElementsByType(BpmnShape.class).stream().map(PicturesTest::place).toList();
		assertThat(places).as("where it shows it").containsAll(shapes);
		assertThat(picture.replaceAll("<[^>]+>", "").replaceAll("\\s", "")).as("the words in the picture")
				.contains(Stream.of(drawn.getModelElementsByType(FlowElement.class).stream().map(FlowElement::getName),
						drawn.getModelElementsByType(Lane.class).stream().map(Lane::getName),
						drawn.getModelElementsByType(CategoryValue.class).stream().map(CategoryValue::getValue)).flatMap(names -> names)
						.filter(Objects::nonNull).map(name -> name.replaceAll("\\s", "")).toList());
	}

	private static String place(MatchResult found) {
		return found.group(1) + " " + Double.valueOf(found.group(2)) + " " + Double.valueOf(found.group(3));
	}

	private static String place(BpmnShape shape) {
		BaseElement element = shape.getBpmnElement();
		Bounds bounds = shape.getBounds();
		return element.getId() + " " + bounds.getX() + " " + bounds.getY();
	}
}
