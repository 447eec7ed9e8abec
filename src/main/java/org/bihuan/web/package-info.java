/** Our pages and our own REST API, each under its reader's rights, and the filters before every entrance. */
package org.bihuan.web;
