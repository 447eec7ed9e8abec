package org.bihuan.model.rules;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.model.Feel;
import org.bihuan.model.Findings;
import org.bihuan.model.Form;
import org.bihuan.model.Models;
import org.bihuan.model.Rule;

/** A form shows words: nothing in it runs, is fetched from elsewhere without being asked for, or reckons without end. */
public final class ActiveContentRule implements Rule {

	private static final Map<String, String> ACTIVE = Map.of("html", "网页代码", "iframe", "嵌入的网页", "image", "图片", "documentPreview", "嵌入的文件",
			"filepicker", "文件栏", "expression", "算式栏");
	private static final Pattern TAG = Pattern.compile("<\\s*[/!?]?\\s*[A-Za-z][^<]*");
	private static final Pattern PICTURE = Pattern.compile("!\\s*\\[[^\\]]*](?:\\(|\\[|$)");
	private static final Pattern LINK = Pattern.compile("]\\(\\s*([^)]*)|(?m)^\\s{0,3}\\[[^\\]]+]:\\s*(\\S*)");

	/** A page of the house, a place of the view, or a page that anybody can look at. */
	private static final Pattern FINE = Pattern.compile("/(?![/\\\\])[^&\\\\\\s]*|#[^&\\\\\\s]*|"
			+ "\\{\\{\\s*view\\.[\\w.]+\\s*}}|https?://[^&\\\\\\s{]+(?:&(?!#)\\w+=[^&\\\\\\s{]*)*"
			+ "|mailto:[\\w.@-]+");

	/** Where the words of a form stand that no program reads. */
	private static final Set<String> WORDS = Set.of("label", "description", "id", "key", "type", "dateLabel");

	@Override
	public void check(Models models, Findings findings) {
		for (Form form : models.forms()) {
			for (Form.Field field : form.fields()) {
				if (ACTIVE.containsKey(field.type())) {
					tell(form, field, "表单里不能放" + ACTIVE.get(field.type()) + "（" + field.type() + "）：它会在办理人的浏览器里运行，或者连到别处。请改用文字（Text view），给出链接。",
							findings);
				}
				if ("text".equals(field.type())) {
					text(form, field, field.node().path("text").asText(""), findings);
				}
				reckons(form, field, field.node(), findings);
			}
		}
	}

	private static void tell(Form form, Form.Field field, String what, Findings findings) {
		findings.of(form.file(), field.label(), field.id(), what);
	}

	private static void text(Form form, Form.Field field, String text, Findings findings) {
		if (!text.startsWith("=") && TAG.matcher(text).find()) {
			Matcher tag = TAG.matcher(text);
			tag.find();
			String found = tag.group().strip();
			tell(form, field, "文字里有网页代码“" + (found.length() > 20 ? found.substring(0, 20) + "…" : found)
					+ "”，可能在办理人的浏览器里运行。请删去，粗体写 **文字**，换行空一行。", findings);
		}
		if (text.startsWith("=") && TAG.matcher(String.join(" ", Feel.texts(text))).find()) {
			tell(form, field, "文字的表达式里有网页代码，可能在办理人的浏览器里运行。请删去。", findings);
		}
		if (PICTURE.matcher(text).find()) {
			tell(form, field, "文字里引了图片，打开表单时就会连到那里去取。请删去，或者改成链接，点开才看。", findings);
		}
		Matcher link = LINK.matcher(text);
		while (link.find()) {
			String target = (link.group(1) == null ? link.group(2) : link.group(1)).strip().replaceFirst("\\s+\"[^\"]*\"$", "");
			if (!FINE.matcher(target).matches()) {
				tell(form, field, "链接“" + target + "”会运行程序、带着内容或者看不出通向哪里。链接只能以 https:// 、http:// 或 / 开头，里面没有空格和代码，或者写 {{view.名称}}。",
						findings);
			}
		}
	}

	/** Whatever of a field is reckoned by the browser and by the server, by whatever property. */
	private static void reckons(Form form, Form.Field field, JsonNode node, Findings findings) {
		node.properties().forEach(one -> {
			JsonNode value = one.getValue();
			if (value.isTextual() && value.asText().startsWith("=") && !WORDS.contains(one.getKey())) {
				Feel.endless(value.asText().substring(1).strip())
						.ifPresent(why -> tell(form, field, one.getKey() + " 的“" + value.asText() + "”不能这样写：" + why + "。", findings));
			}
			else if (value.isObject()) {
				reckons(form, field, value, findings);
			}
		});
	}
}
