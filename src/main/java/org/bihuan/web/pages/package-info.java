/** Our pages, each under its reader's rights, and what their scripts and Tasklist's ask for with the same login. */
package org.bihuan.web.pages;
