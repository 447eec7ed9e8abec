/** Our own REST API and its description. */
package org.bihuan.web;
