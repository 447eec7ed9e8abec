package org.bihuan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidencePolicyTest {

	@Test
	void whatIsAskedForIsThereBeforeTheTaskIsCompleted() {
		assertThat(EvidencePolicy.refusal(Evidence.Kind.LOOK_BACK_EVIDENCE, Set.of(Evidence.Kind.values()), List.of()))
				.contains("请先在表单下方“本任务的附件”里上传回头看的佐证材料（现场照片、单据等），再提交。");
		assertThat(EvidencePolicy.refusal(Evidence.Kind.LOOK_BACK_EVIDENCE, Set.of(Evidence.Kind.values()), List.of(FileType.XLSX))).isEmpty();
	}

	@Test
	void whatThePlaceDoesNotAskForMayBeMissing() {
		assertThat(EvidencePolicy.refusal(Evidence.Kind.LOOK_BACK_EVIDENCE, Set.of(Evidence.Kind.SIGNED_REPLY), List.of())).isEmpty();
		assertThat(EvidencePolicy.refusal(Evidence.Kind.SIGNED_REPLY, Set.of(), List.of())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "SIGNED_REPLY,XLSX,false", "SIGNED_REPLY,DOCX,false", "SIGNED_REPLY,PDF,true", "SIGNED_REPLY,OFD,true", "SIGNED_REPLY,JPG,true",
			"SIGNED_REPLY,PNG,true", "INSTRUCTION_SCAN,XLSX,false", "INSTRUCTION_SCAN,PNG,true", "LOOK_BACK_EVIDENCE,XLSX,true" })
	void aScanIsWhatAScannerMakes(Evidence.Kind kind, FileType type, boolean passes) {
		assertThat(EvidencePolicy.refusal(kind, Set.of(kind), List.of(type)).isEmpty()).isEqualTo(passes);
	}
}
