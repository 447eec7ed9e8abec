package org.bihuan.web.api;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import org.springframework.context.annotation.Configuration;

/** The description of our own API, served at {@code /api/openapi} to whoever may call it. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(info = @Info(title = "闭环接口", version = "1", description = "协商成果闭环的查询接口，用系统账号以 HTTP basic 登录。"),
		security = @SecurityRequirement(name = "basic"))
@SecurityScheme(name = "basic", type = SecuritySchemeType.HTTP, scheme = "basic")
class ApiDescription {
}
