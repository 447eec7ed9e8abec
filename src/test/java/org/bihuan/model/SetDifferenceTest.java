package org.bihuan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.bihuan.model.SetDifference.Detail;
import org.bihuan.model.SetDifference.FileChange;
import org.bihuan.model.SetDifference.Kind;
import org.bihuan.model.SetDifference.Part;
import org.junit.jupiter.api.Test;

/** What changed is told by elements, rows and fields; what was only moved is told as nothing. */
class SetDifferenceTest {

	private static final ModelSet HOUSE = ModelSet.packaged();

	private static ModelSet edited(String file, String from, String to) {
		String text = new String(HOUSE.files().get(file), StandardCharsets.UTF_8);
		assertThat(text).contains(from);
		return HOUSE.with(file, text.replaceFirst(java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to))
				.getBytes(StandardCharsets.UTF_8));
	}

	private static FileChange only(ModelSet after) {
		List<FileChange> changes = SetDifference.between(HOUSE, after);
		assertThat(changes).hasSize(1);
		return changes.get(0);
	}

	@Test
	void theSameSetHasNoDifference() {
		assertThat(SetDifference.between(HOUSE, ModelSet.packaged())).isEmpty();
	}

	@Test
	void anElementThatWasOnlyMovedHasNotChanged() {
		FileChange change = only(edited("mail-delivery.bpmn", "<dc:Bounds x=\"", "<dc:Bounds x=\"1"));
		assertThat(change).isEqualTo(new FileChange("mail-delivery.bpmn", Kind.CHANGED, List.of(), true));
	}

	@Test
	void aChangedElementIsTheOneWhoseAttributeDiffers() {
		assertThat(only(edited("mail-delivery.bpmn", "name=\"发送邮件\"", "name=\"寄出邮件\"")).parts())
				.containsExactly(new Part(Kind.CHANGED, "寄出邮件", "serviceTask_sendMail", List.of(new Detail("名称", "发送邮件", "寄出邮件"))));
	}

	@Test
	void whatStandsInTheExtensionsIsCalledByItsName() {
		Part limit = only(edited("conversion.bpmn", "name=\"limit\" value=\"5\"", "name=\"limit\" value=\"8\"")).parts().get(0);
		assertThat(limit.kind()).isEqualTo(Kind.CHANGED);
		assertThat(limit.details()).containsExactly(new Detail("扩展属性 limit", "5", "8"));
	}

	@Test
	void aStepPutIntoAFlowIsAddedAndTheGatewaysBesideItHaveNotChanged() {
		// as the Modeler leaves it: the end event names the flow that now comes in
		String diagram = new String(HOUSE.files().get("mail-delivery.bpmn"), StandardCharsets.UTF_8)
				.replace("<bpmn:incoming>flow_sendMail_mailSent</bpmn:incoming>", "<bpmn:incoming>flow_file</bpmn:incoming>")
				.replace("targetRef=\"endEvent_mailSent\" />",
						"targetRef=\"serviceTask_file\" /><bpmn:serviceTask id=\"serviceTask_file\" name=\"归档\">"
								+ "<bpmn:incoming>flow_sendMail_mailSent</bpmn:incoming><bpmn:outgoing>flow_file</bpmn:outgoing></bpmn:serviceTask>"
								+ "<bpmn:sequenceFlow id=\"flow_file\" sourceRef=\"serviceTask_file\" targetRef=\"endEvent_mailSent\" />");
		assertThat(diagram).contains("<bpmn:incoming>flow_file</bpmn:incoming>");
		FileChange change = only(HOUSE.with("mail-delivery.bpmn", diagram.getBytes(StandardCharsets.UTF_8)));
		assertThat(change.parts()).extracting(Part::id, Part::kind).containsExactlyInAnyOrder(
				org.assertj.core.groups.Tuple.tuple("flow_sendMail_mailSent", Kind.CHANGED),
				org.assertj.core.groups.Tuple.tuple("serviceTask_file", Kind.ADDED),
				org.assertj.core.groups.Tuple.tuple("flow_file", Kind.ADDED));
		assertThat(SetDifference.between(edited("mail-delivery.bpmn", "name=\"发送邮件\"", "name=\"寄出邮件\""), HOUSE)).hasSize(1);
	}

	@Test
	void whatIsTakenAwayIsRemovedWithAllThatItSaid() {
		ModelSet with = edited("mail-delivery.bpmn", "<bpmn:endEvent", "<bpmn:serviceTask id=\"serviceTask_file\" name=\"归档\" /><bpmn:endEvent");
		Part gone = SetDifference.between(with, HOUSE).get(0).parts().get(0);
		assertThat(gone)
				.isEqualTo(new Part(Kind.REMOVED, "归档", "serviceTask_file", List.of(new Detail("名称", "归档", ""), new Detail("种类", "服务任务", ""))));
	}

	@Test
	void aCellOfATableIsToldByItsRowAndItsColumn() {
		ModelSet before = table("10");
		FileChange change = SetDifference.between(before, table("20")).get(0);
		assertThat(change.parts()).containsExactly(new Part(Kind.CHANGED, "第 1 行", "rule_1", List.of(new Detail("提前几天", "10", "20"))));
	}

	private static ModelSet table(String days) {
		return one("t.dmn",
				"<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\"><decision id=\"t\" name=\"表\"><decisionTable id=\"x\">"
						+ "<output id=\"o\" label=\"提前几天\" name=\"days\" typeRef=\"integer\"/><rule id=\"rule_1\"><outputEntry id=\"e\"><text>"
						+ days
						+ "</text></outputEntry></rule></decisionTable></decision></definitions>");
	}

	private static ModelSet one(String name, String text) {
		SortedMap<String, byte[]> files = new TreeMap<>(Map.of(name, text.getBytes(StandardCharsets.UTF_8)));
		return new ModelSet(files);
	}

	@Test
	void aFieldOfAFormIsToldByItsLabel() {
		ModelSet before = one("f.form",
				"{\"id\":\"f\",\"components\":[{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"联系人\",\"layout\":{\"row\":\"1\"}}]}");
		ModelSet after = one("f.form",
				"{\"id\":\"f\",\"components\":[{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"联系人\",\"layout\":{\"row\":\"2\"},"
						+ "\"validate\":{\"required\":true}},{\"type\":\"textfield\",\"key\":\"b\",\"label\":\"电话\"}]}");
		assertThat(SetDifference.between(before, after).get(0).parts()).containsExactly(
				new Part(Kind.CHANGED, "联系人", "a", List.of(new Detail("必填", "", "是"))),
				new Part(Kind.ADDED, "电话", "b", List.of(new Detail("名称", "", "电话"), new Detail("种类", "", "单行文字"))));
	}

	@Test
	void filesThatComeGoOrCannotBeReadAreTold() {
		ModelSet after = HOUSE.without("sign-receipt.form").with("new.form", "{\"components\":[]}".getBytes(StandardCharsets.UTF_8)).with(
				"handling.bpmn",
				"<broken".getBytes(StandardCharsets.UTF_8));
		assertThat(SetDifference.between(HOUSE, after)).extracting(FileChange::name, FileChange::kind, FileChange::readable).containsExactly(
				org.assertj.core.groups.Tuple.tuple("handling.bpmn", Kind.CHANGED, false),
				org.assertj.core.groups.Tuple.tuple("new.form", Kind.ADDED, true),
				org.assertj.core.groups.Tuple.tuple("sign-receipt.form", Kind.REMOVED, true));
	}
}
