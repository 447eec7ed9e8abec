package org.bihuan.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where a set of models lies that is the first in force on an empty database, and is offered beside the one in force ever after; empty for none. */
@ConfigurationProperties("bihuan")
public record ModelsFolder(
		@Setting(value = "首次启动时代替打包的流程图、表单和文书模板的文件夹；以后只作为候选列在 /models", allowed = Allowed.FOLDER_OR_NOTHING) @DefaultValue("") String models) {
}
