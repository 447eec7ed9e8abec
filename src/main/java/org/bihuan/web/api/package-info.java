/** Our own REST API ({@code /api}), for other systems: each answer under the rights of the account that asks by HTTP basic. */
package org.bihuan.web.api;
