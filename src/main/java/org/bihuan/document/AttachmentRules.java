package org.bihuan.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.answer.Written;
import org.bihuan.settings.Allowed;
import org.bihuan.settings.Setting;
import org.bihuan.settings.StartRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be attached, how much of it, where it is kept, and where a rule needs it.
 *
 * @param types by what they are, not by what they are called
 * @param maxSize of one file
 * @param folder where the bytes are kept; empty for the database
 * @param required what a task cannot be completed without
 * @param perCase of all files of an outcome and its assignments
 * @param perUnitDaily of what the people of one unit, committee or office upload on one day, in Shanghai
 * @param daily of what everybody uploads on one day
 */
@ConfigurationProperties("bihuan.attachments")
public record AttachmentRules(
		@Setting(value = "可以上传的文件类型", allowed = Allowed.SOME_OF) @DefaultValue( {
				"pdf", "docx", "xlsx", "jpg", "png", "ofd" }) List<FileType> types,
		@Setting(value = "一个文件最大多少", allowed = Allowed.SIZE) @DefaultValue("20MB") DataSize maxSize,
		@Setting(value = "存放附件的文件夹，空着存在数据库里", allowed = Allowed.NEW_FOLDER_OR_NOTHING) @DefaultValue("") String folder,
		@Setting(value = "必须上传的佐证材料", allowed = Allowed.ANY_OF) @DefaultValue({ "signed-reply", "instruction-scan",
				"look-back-evidence" }) Set<Evidence.Kind> required,
		@Setting(value = "一件成果（连同各交办件）的附件合计最多多少", allowed = Allowed.QUOTA) @DefaultValue("1GB") DataSize perCase,
		@Setting(value = "一个单位一天上传的附件合计最多多少", allowed = Allowed.QUOTA) @DefaultValue("500MB") DataSize perUnitDaily,
		@Setting(value = "全部单位一天上传的附件合计最多多少", allowed = Allowed.QUOTA) @DefaultValue("5GB") DataSize daily){

	/** @throws StartRefused when what a file may be is more than what all of them may be */
	public AttachmentRules {
		if (maxSize.compareTo(perCase) > 0 || maxSize.compareTo(perUnitDaily) > 0 || perUnitDaily.compareTo(daily) > 0) {
			throw new StartRefused("配置 bihuan.attachments 的几项大小不相称，应为：max-size 不大于 per-case 和 per-unit-daily，per-unit-daily 不大于 daily。");
		}
	}

	private static final int LONGEST_NAME = 150;

	/** The types as a person reads them. */
	public String typesInWords() {
		return types.stream().map(FileType::ending).collect(Collectors.joining("、"));
	}

	/** The sentence for a file that is too large, wherever that is noticed. */
	public String tooLarge() {
		return "文件超过 " + maxSize.toMegabytes() + " MB，没有保存。请压缩或拆分后再上传。";
	}

	/**
	 * @return what the file is
	 * @throws Refusal with the reason why it is not taken
	 */
	FileType check(String name, ReceivedFile file) {
		checkName(name);
		Refusal.unless(file.size() > 0, "文件“" + name + "”是空的（0 字节），没有保存。请检查后重新上传。");
		Refusal.unless(file.size() <= maxSize.toBytes(), this::tooLarge);
		FileType type = kind(file).filter(types::contains)
				.orElseThrow(() -> Refusal.invalid("文件“" + name + "”的内容不是可以上传的类型，没有保存。可以上传：" + typesInWords() + "（不含宏）。"));
		Refusal.unless(type.fits(name), () -> "文件“" + name + "”的内容是 " + type.ending() + "，与文件名的后缀不符，没有保存。请改正文件名后再上传。");
		try {
			type.open(file.path());
		}
		catch (Unfit unfit) {
			throw Refusal.invalid("文件“" + name + "”" + unfit.getMessage());
		}
		catch (StackOverflowError | LinkageError made) {
			// nested beyond every real file, or locked in a way whose library we leave out: made to be refused
			throw Refusal.invalid("文件“" + name + "”" + Unfit.broken(type.ending()).getMessage(), made);
		}
		return type;
	}

	private static Optional<FileType> kind(ReceivedFile file) {
		try {
			return FileType.of(file.path());
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	private static void checkName(String name) {
		Refusal.unless(name != null && !name.isBlank() && name.codePointCount(0, name.length()) <= LONGEST_NAME,
				"文件名为空或过长（最多 " + LONGEST_NAME + " 字），没有保存。请改名后再上传。");
		Refusal.unless(!Written.hides(name), "文件名里有看不见的字符，没有保存。请重新命名后再上传。");
		Refusal.unless(name.codePoints().noneMatch(AttachmentRules::cannotBeInAName) && !name.startsWith(".") && !name.contains(".."),
				"文件名中有不允许的字符（\\ / : * ? \" < > |，开头的点，或连着的两个点），没有保存。请改名后再上传。");
	}

	/** Path separators and what file systems reserve. */
	private static boolean cannotBeInAName(int character) {
		return "\\/:*?\"<>|".indexOf(character) >= 0;
	}
}
