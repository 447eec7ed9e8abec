package org.bihuan.document;

/** Why the content of an upload is not taken, in Chinese with what to do: continues the sentence that begins with the file's name. */
final class Unfit extends Exception {

	private static final long serialVersionUID = 1L;

	Unfit(String why) {
		super(why);
	}

	/** Of what no program could open. */
	static Unfit broken(String kind) {
		return new Unfit("打不开，不是完整的" + kind + "，没有保存。请在自己的电脑上打开检查，另存一份后重新上传。");
	}

	/** Of what would unfold to more than anybody needs. */
	static Unfit tooMuch(String what) {
		return new Unfit(what + "，没有保存。请拆分或降低分辨率后再上传。");
	}
}
