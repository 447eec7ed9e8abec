package org.bihuan.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where an analyst's models, forms and templates lie; empty for the packaged ones. */
@ConfigurationProperties("bihuan")
public record ModelsFolder(
		@Setting(value = "代替打包的流程图、表单和文书模板的文件夹", allowed = Allowed.FOLDER_OR_NOTHING) @DefaultValue("") String models) {
}
